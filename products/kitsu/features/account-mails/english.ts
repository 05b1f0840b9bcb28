import type { MailFacts, MailWords } from './mail-words.ts';

const ABOUT_YOUR_ACCOUNT =
  'You get this mail because you have an account at Kitsu. Mails about its safety are always sent.';

/** The mails in English. */
export const ENGLISH: MailWords = {
  fallback: 'If the button does nothing, open this address:',
  device: 'Device',
  address: 'IP address',
  time: 'Time',
  deletion: 'Deletion',
  mails: (facts) => ({ ...mailsOnTheWayIn(facts), ...mailsAboutChanges(facts), ...mailsAboutSafety() }),
};

function mailsOnTheWayIn({ lifetime }: MailFacts) {
  return {
    verify: {
      subject: 'Confirm your address for Kitsu',
      preheader: 'One click, and your account is ready.',
      heading: 'Confirm your e-mail address',
      before:
        'Somebody, hopefully you, asked for a Kitsu account with this address. Confirm it to have the account.',
      action: 'Confirm address',
      after: `The link works once, for ${lifetime}. If you did not ask for an account, do nothing: there will be none.`,
      reason: 'You get this mail because this address was entered when somebody registered at Kitsu.',
    },
    already_registered: {
      subject: 'You already have a Kitsu account',
      preheader: 'Nothing was changed. Log in as usual.',
      heading: 'This address has an account already',
      before:
        'Somebody, perhaps you, wanted to use this address for a Kitsu account. It has one already, so nothing was changed.',
      action: 'Log in',
      after:
        'If you forgot your password, you can ask for a new one there. If it was not you, there is nothing to do.',
      reason: ABOUT_YOUR_ACCOUNT,
    },
    reset: {
      subject: 'Set a new password for Kitsu',
      preheader: `The link in this mail works for ${lifetime}.`,
      heading: 'Set a new password',
      before: 'Somebody, hopefully you, asked for a new password for your account.',
      action: 'Choose a new password',
      after: `The link works once, for ${lifetime}. Every device is logged out when the password is set. If you did not ask for it, do nothing: your password stays as it is.`,
      reason: ABOUT_YOUR_ACCOUNT,
    },
    no_account: {
      subject: 'There is no Kitsu account with this address',
      preheader: 'A new password was asked for, but no account has this address.',
      heading: 'No account has this address',
      before:
        'Somebody, perhaps you, asked for a new Kitsu password for this address. No account has it. If you have one, look for it under another address of yours.',
      action: 'Create an account',
      after: 'If it was not you, there is nothing to do.',
      reason:
        'You get this mail because this address was entered at Kitsu by somebody who forgot a password.',
    },
  };
}

function mailsAboutChanges({ lifetime, host }: MailFacts) {
  return {
    password_changed: {
      subject: 'Your Kitsu password was changed',
      preheader: 'Was it you? Then there is nothing to do.',
      heading: 'Your password was changed',
      before: 'Your account has a new password. All other devices were logged out.',
      action: 'It was not me: set a new password',
      after: 'If it was you, there is nothing to do.',
      reason: ABOUT_YOUR_ACCOUNT,
    },
    new_device: {
      subject: 'New log-in to your Kitsu account',
      preheader: 'Was it you? Then there is nothing to do.',
      heading: 'Somebody logged in on a new device',
      before: 'Your account was logged in to on a device that it was not used on before.',
      action: 'It was not me: set a new password',
      after: 'A new password logs every device out. If it was you, there is nothing to do.',
      reason: ABOUT_YOUR_ACCOUNT,
    },
    verify_email: {
      subject: 'Confirm your new address for Kitsu',
      preheader: 'One click, and your account uses this address.',
      heading: 'Confirm your new e-mail address',
      before: 'A Kitsu account is to use this address from now on.',
      action: 'Use this address',
      after: `The link works once, for ${lifetime}; until it is followed the old address stays. If you did not ask for it, do nothing.`,
      reason: 'You get this mail because this address was entered as the new one of a Kitsu account.',
    },
    email_changed: {
      subject: 'The address of your Kitsu account was changed',
      preheader: 'Mails about your account go to the new address from now on.',
      heading: 'Your account has a new e-mail address',
      before:
        'You log in with the new address from now on, and mails about your account go there. This is the last one to the old address.',
      after: `If it was not you, write to the people who run ${host} at once.`,
      reason: 'You get this mail because this was the address of a Kitsu account until now.',
    },
  };
}

function mailsAboutSafety() {
  return {
    second_factor_on: {
      subject: 'Second factor switched on for Kitsu',
      preheader: 'Logging in asks for a code from your authenticator from now on.',
      heading: 'The second factor is on',
      before: 'Logging in to your account asks for a code from your authenticator app from now on.',
      action: 'It was not me: set a new password',
      after: 'Keep your recovery codes where you find them when the authenticator is lost.',
      reason: ABOUT_YOUR_ACCOUNT,
    },
    second_factor_off: {
      subject: 'Second factor switched off for Kitsu',
      preheader: 'Was it you? Then there is nothing to do.',
      heading: 'The second factor is off',
      before: 'Your password alone is enough to log in to your account from now on.',
      action: 'It was not me: set a new password',
      after: 'If it was you, there is nothing to do.',
      reason: ABOUT_YOUR_ACCOUNT,
    },
    deletion_requested: {
      subject: 'Your Kitsu account will be deleted',
      preheader: 'Until then you can have it back.',
      heading: 'Your account will be deleted',
      before:
        'It was asked for with your password. Your account is logged out everywhere, and its API keys are void.',
      action: 'Log in to keep it',
      after: 'On that day the account goes with all that belongs to it, and nobody can bring it back.',
      reason: ABOUT_YOUR_ACCOUNT,
    },
    trial: {
      subject: 'Mail from Kitsu arrives',
      preheader: 'This is a trial; there is nothing to do.',
      heading: 'Mail from Kitsu arrives',
      before: 'Somebody who runs this site wanted to see whether its mail arrives. It does.',
      after: 'There is nothing to do.',
      reason: 'You get this mail because this address was entered for a trial.',
    },
  };
}
