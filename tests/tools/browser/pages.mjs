// One address of each kind of page of the archive, below the language.

export const LANGUAGES = ["en", "ja"];

export const MEETING = "meetings/2010-11-01-tokyo/";
export const COMMITMENT = "commitments/2010-11-01-tokyo/second-meeting-in-2011/";

export const PAGES = [
  "",
  "meetings/",
  MEETING,
  `${MEETING}parallel/`,
  "commitments/",
  "kinds/shared-view/",
  COMMITMENT,
  "tracks/",
  "tracks/cloud/",
  "delegations/",
  "delegations/jp/",
  "organizations/",
  "organizations/mic/",
  "people/",
  "people/hajime-tonegawa/",
  "timeline/",
  "matrix/",
  "glossary/",
  "status/",
  "coverage/",
  "corrections/",
  "search/",
  "downloads/",
  "pages/about/",
];

/** An address of the site that nothing has. */
export const MISSING = "nowhere/at/all/";

/** The address of the site, that which nothing has, and one of each kind of page in each language. */
export const ADDRESSES = ["", MISSING, ...LANGUAGES.flatMap((lang) => PAGES.map((page) => `${lang}/${page}`))];
