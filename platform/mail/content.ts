/** One piece of a mail, in the order in which it is read. All of it is plain text; nothing in it is markup. */
export type MailPart =
  | { readonly kind: 'text'; readonly text: string }
  /** The one thing to do. */
  | { readonly kind: 'action'; readonly label: string; readonly url: string }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] };

/** What a mail says, free of how it looks. */
export interface MailContent {
  /** Of the text, such as `en`. */
  readonly language: string;
  readonly subject: string;
  /** What mail clients show behind the subject. */
  readonly preheader: string;
  readonly heading: string;
  readonly parts: readonly MailPart[];
  /** Stands at the end in front of the address behind the button, for readers whose button does nothing. */
  readonly fallback: string;
  /** Why the reader gets this mail; stands at its end. */
  readonly reason: string;
}

/** Colours of one theme, as `#rrggbb`: many mail clients know no other form. */
export interface MailColours {
  readonly ground: string;
  readonly card: string;
  readonly line: string;
  readonly ink: string;
  readonly soft: string;
  readonly mute: string;
  readonly accent: string;
  readonly button: string;
  readonly onButton: string;
}

/** Who writes. */
export interface MailBrand {
  readonly name: string;
  /** Where the name leads to. */
  readonly origin: string;
  readonly light: MailColours;
  readonly dark: MailColours;
}

/** A mail ready to be handed over. */
export interface Letter {
  /** The same however often the mail is handed over. */
  readonly messageId: string;
  readonly from: MailAddress;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** An address with the name that is shown for it, which may be empty. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}
