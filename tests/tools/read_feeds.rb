# Reads feeds with Ruby's own parser, which holds them against RFC 4287, and looks at what it does not.
require "rss"
require "time"

DAY = /\A\d{4}-\d\d-\d\dT00:00:00Z\z/

ARGV.each do |path|
  text = File.read(path, encoding: "UTF-8")
  feed = RSS::Parser.parse(text, true)
  raise "#{path} is no feed of Atom" unless feed.is_a?(RSS::Atom::Feed) && feed.valid?
  days = text.scan(%r{<(?:updated|published)>([^<]*)<}).flatten
  raise "#{path} has a time that is no day" unless days.all? { |day| DAY.match?(day) && Time.iso8601(day) }
  ids = [feed.id, *feed.entries.map(&:id)].map(&:content)
  raise "#{path} has an id twice" unless ids.uniq == ids
  own = feed.links.find { |link| link.rel == "self" }
  raise "#{path} does not name itself" unless own && own.href == feed.id.content
  raise "#{path} is older than an entry" if feed.entries.any? { |entry| entry.updated.content > feed.updated.content }
end
raise "there is no feed" if ARGV.empty?
puts "#{ARGV.length} feeds are valid"
