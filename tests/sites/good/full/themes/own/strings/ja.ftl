own-greeting = このアーカイブの言葉
