'use client';

import { Badge, Button } from '@seaworthy/platform/ui';
import { useState } from 'react';
import { removeFactor, renewCodes } from '../../api/account.ts';
import { formatCount } from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import { FactorProof } from './factor-proof.tsx';
import { FactorSetUp } from './factor-set-up.tsx';
import type { FactorWords } from './factor-words.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

interface Props {
  readonly email: string;
  readonly isOn: boolean;
  readonly recoveryCodeCount: number;
  readonly language: Language;
  readonly words: FactorWords;
}

type Step = 'rest' | 'set up' | 'renew' | 'remove';

/** The second factor: whether it is on, and the ways to switch it on and off and to get new recovery codes. */
export function SecondFactor({ email, isOn: wasOn, recoveryCodeCount, language, words }: Props) {
  const { factor } = words;
  const [isOn, setOn] = useState(wasOn);
  const [left, setLeft] = useState(recoveryCodeCount);
  const [step, setStep] = useState<Step>('rest');
  const [codes, setCodes] = useState<readonly string[]>();
  const rest = () => setStep('rest');
  const show = (made: readonly string[]) => {
    setOn(true);
    setLeft(made.length);
    setCodes(made);
    rest();
  };

  if (codes) return <RecoveryCodes codes={codes} words={factor} done={() => setCodes(undefined)} />;
  if (step === 'set up') return <FactorSetUp email={email} words={words} show={show} cancel={rest} />;
  if (step === 'renew') {
    return (
      <FactorProof
        email={email}
        words={words}
        text={factor.renewText}
        submit={factor.renew}
        send={renewCodes}
        done={({ recoveryCodes }) => show(recoveryCodes)}
        cancel={rest}
      />
    );
  }
  if (step === 'remove') {
    return (
      <FactorProof
        email={email}
        words={words}
        text={factor.removeText}
        submit={factor.remove}
        send={removeFactor}
        done={() => {
          setOn(false);
          rest();
        }}
        cancel={rest}
      />
    );
  }
  return (
    <AtRest
      left={isOn ? formatCount(language, left, factor.left) : undefined}
      words={factor}
      choose={setStep}
    />
  );
}

interface RestProps {
  /** How many recovery codes are left, in words; undefined while the factor is off. */
  readonly left: string | undefined;
  readonly words: FactorWords['factor'];
  choose(step: Step): void;
}

function AtRest({ left, words, choose }: RestProps) {
  const ways = left === undefined ? (['set up'] as const) : (['renew', 'remove'] as const);
  const labels = { 'set up': words.setUp, renew: words.renew, remove: words.remove };
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="flex items-center gap-3">
        <Badge tone={left === undefined ? 'plain' : 'live'}>
          {left === undefined ? words.off : words.on}
        </Badge>
        <span className="text-sm text-soft">{left}</span>
      </div>
      <div className="flex flex-wrap gap-2">
        {ways.map((way) => (
          <Button key={way} size="sm" onClick={() => choose(way)}>
            {labels[way]}
          </Button>
        ))}
      </div>
    </div>
  );
}
