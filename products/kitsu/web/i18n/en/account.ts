/** Words of the pages about one's own account. */
export const account = {
  title: 'Your account',
  saved: 'Saved.',
  pages: { profile: 'Profile', security: 'Security' },
  profile: {
    heading: 'You',
    text: 'How others see you, and the language in which Kitsu writes to you.',
    language: 'Language of mails',
    submit: 'Save',
  },
  address: {
    heading: 'E-mail address',
    text: 'You log in with it. Links to get back into the account go there.',
    change: 'Change',
    fresh: 'New e-mail address',
    proof: 'Your password, to be sure it is you',
    submit: 'Send the link',
    sent: 'A mail is on its way to {email}. Your address changes when you follow its link.',
  },
  titles: {
    heading: 'Titles',
    text: 'Kept in this browser.',
  },
  password: {
    heading: 'Password',
    text: 'A new one logs you out everywhere else.',
    current: 'Present password',
    forgot: 'Forgotten?',
    submit: 'Change the password',
    done: 'Changed. You are logged out everywhere else.',
  },
} as const;
