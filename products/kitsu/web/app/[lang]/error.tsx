'use client';

import { Button, buttonClass, Notice } from '@seaworthy/platform/ui';
import { TriangleAlert } from 'lucide-react';
import { useParams } from 'next/navigation';
import { asLanguage, localPath } from '../../i18n/languages.ts';
import { BROKEN } from '../../shell/broken-words.ts';

/** What a page shows that broke while it was rendered: our mistake, said so, with two ways on. */
export default function BrokenPage({ retry }: { error: Error; retry: () => void }) {
  const { lang } = useParams<{ lang: string }>();
  const language = asLanguage(lang);
  const words = BROKEN[language];
  return (
    <Notice
      level={1}
      icon={<TriangleAlert aria-hidden />}
      title={words.title}
      actions={
        <>
          <Button tone="solid" onClick={retry}>
            {words.retry}
          </Button>
          <a href={localPath(language, '/')} className={buttonClass()}>
            {words.home}
          </a>
        </>
      }
    >
      <p>{words.text}</p>
    </Notice>
  );
}
