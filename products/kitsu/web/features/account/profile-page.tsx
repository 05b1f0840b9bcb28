import type { Metadata } from 'next';
import { dictionaryOf } from '../../i18n/dictionary.ts';
import { localeOf } from '../../i18n/locale.ts';
import { TitlesChoice } from '../../shell/titles-choice.tsx';
import { AccountFrame } from './account-frame.tsx';
import { AddressForm } from './address-form.tsx';
import { ProfileForm } from './profile-form.tsx';
import { Section } from './section.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: localeOf((await params).lang).words.account.title, robots: { index: false } };
}

/** The own account: how others see it, where its mails go and in which language, how titles are named. */
export async function ProfilePage({ params }: Props) {
  const locale = localeOf((await params).lang);
  const { account: words, entry, forms, site } = locale.words;
  return (
    <AccountFrame locale={locale} page="profile">
      {(account) => (
        <>
          <Section id="profile" title={words.profile.heading} text={words.profile.text}>
            <ProfileForm
              account={account}
              words={{ profile: words.profile, fields: entry.fields, forms, saved: words.saved }}
              languages={{
                en: dictionaryOf('en').site.languageName,
                ru: dictionaryOf('ru').site.languageName,
              }}
            />
          </Section>
          <Section id="address" title={words.address.heading} text={words.address.text}>
            <AddressForm current={account.email} words={{ address: words.address, forms }} />
          </Section>
          <Section id="titles" title={words.titles.heading} text={words.titles.text}>
            <div className="max-w-sm">
              <TitlesChoice
                name="titles-of-account"
                label={site.display.titles}
                hint={site.display.titlesHint}
                names={site.display.titleLanguages}
                current={locale.titles}
              />
            </div>
          </Section>
        </>
      )}
    </AccountFrame>
  );
}
