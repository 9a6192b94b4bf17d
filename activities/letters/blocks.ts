/** What a letter consists of. Text and HTML are made of the same blocks, so that they cannot say different things. */
export type Block =
  | { is: 'paragraph'; text: string }
  | { is: 'button'; label: string; href: string }
  /** Two columns: a date, a reference or a number, and what belongs to it. `more` is a last line over both. */
  | { is: 'rows'; title: string; rows: [left: string, right: string][]; more?: string | undefined }
  | { is: 'bullets'; title: string; items: string[] }
  | { is: 'prose'; title: string; text: string }
  | { is: 'links'; title: string; links: { label: string; href: string }[]; text?: string | undefined };

export type Tone = 'onTime' | 'soon' | 'late' | 'plain';

/** One letter within a mail. */
/** A link in small print, below everything else. */
export type SmallLink = { label: string; href: string };

export type Part = {
  /** Place in the mail: earliest first. Letters without a date of their own come after those that ask for something. */
  rank: string;
  subject: string;
  title: string;
  /** The line below the title: the date, and how it stands. */
  date?: { text: string; note?: string | undefined; tone: Tone } | undefined;
  /** What a mail program shows beside the subject. */
  preview: string;
  blocks: Block[];
  /** Small print at the end of the mail: lines of this letter. */
  small: string[];
  /** Sentences that hold for the whole mail, said once however many letters say them. */
  closing: string[];
  /** Where its button leads, for the short form when a mail has too many letters. */
  href?: string | undefined;
};
