/** What one mail says. `after` stands below the action, or below the facts. */
export interface WordsOfMail {
  readonly subject: string;
  readonly preheader: string;
  readonly heading: string;
  readonly before: string;
  readonly action?: string;
  readonly after: string;
  readonly reason: string;
}

/** Facts that words may name. */
export interface MailFacts {
  /** For so long the link is good, in words. */
  readonly lifetime: string;
  /** The site's host. */
  readonly host: string;
}

/** The mails to people, by the name under which they are asked for. */
export type AccountMailKind =
  | 'verify'
  | 'already_registered'
  | 'reset'
  | 'no_account'
  | 'password_changed'
  | 'new_device'
  | 'verify_email'
  | 'email_changed'
  | 'second_factor_on'
  | 'second_factor_off'
  | 'deletion_requested'
  | 'trial';

/** All mails in one language. */
export interface MailWords {
  readonly fallback: string;
  readonly device: string;
  readonly address: string;
  readonly time: string;
  readonly deletion: string;
  readonly mails: (facts: MailFacts) => Readonly<Record<AccountMailKind, WordsOfMail>>;
}
