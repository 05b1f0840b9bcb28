import type { MailBrand } from '@seaworthy/platform/mail';

/** Kitsu's colours as the site has them (platform/ui/tokens.css), in the one form that mail clients know. */
export function kitsuBrand(origin: string): MailBrand {
  return {
    name: 'Kitsu',
    origin,
    light: {
      ground: '#f2f0eb',
      card: '#fffefd',
      line: '#dfdcd6',
      ink: '#201b16',
      soft: '#46403a',
      mute: '#675f59',
      accent: '#bd2d0e',
      button: '#bd2d0e',
      onButton: '#fefdfc',
    },
    dark: {
      ground: '#110e0c',
      card: '#1a1715',
      line: '#2d2825',
      ink: '#f1efea',
      soft: '#c6c2bc',
      mute: '#9f9a94',
      accent: '#fa825d',
      button: '#f26339',
      onButton: '#120805',
    },
  };
}
