import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../data/client.ts';
import { Card } from '../../parts/Card.tsx';
import { State } from '../../parts/State.tsx';
import { Table } from '../../parts/table/Table.tsx';
import { useDays } from '../../words/useDays.ts';
import { countsOf, problemOf } from './said.ts';
import type { Verified } from './Trail.tsx';
import css from './trail.module.css';

type Props = {
  subject: string | undefined;
  verified: Verified | undefined;
  failure: Error | null;
  isRunning: boolean;
  onVerify(subject: string | undefined): void;
};

const checks = ['content', 'follows', 'gaps', 'length', 'texts'] as const;

/** Whether the trail holds: one button, what came of it, what was checked, and what that cannot show. */
export function VerifyCard({ subject, verified, failure, isRunning, onVerify }: Props) {
  const { t } = useTranslation();
  return (
    <Card title={t('checks.trail.verify.heading')}>
      <div className={css.verify}>
        <div>
          <div className={css.buttons}>
            {subject !== undefined && (
              <Button onClick={() => onVerify(subject)} disabled={isRunning}>
                {t('checks.trail.verify.chain')}
              </Button>
            )}
            <Button variant={subject === undefined ? 'filled' : 'default'} onClick={() => onVerify(undefined)} disabled={isRunning}>
              {t('checks.trail.verify.all')}
            </Button>
          </div>
          <div role="status" className={css.result}>
            {isRunning && <Running />}
            {!isRunning && failure !== null && <Failed failure={failure} />}
            {!isRunning && failure === null && verified !== undefined && <Result verified={verified} />}
          </div>
        </div>
        <div className="small">
          <h3 className={css.small}>{t('checks.trail.verify.checked')}</h3>
          <ul className={css.checks}>
            {checks.map((check) => (
              <li key={check}>{t(`checks.trail.verify.checks.${check}`)}</li>
            ))}
          </ul>
          <h3 className={css.small}>{t('checks.trail.verify.cannot')}</h3>
          <p className="soft">{t('checks.trail.verify.cannotMore')}</p>
          <p className="soft">{t('checks.trail.verify.yourself')}</p>
        </div>
      </div>
    </Card>
  );
}

function Running() {
  const { t } = useTranslation();
  return (
    <>
      <p className="strong">{t('checks.trail.verify.running')}</p>
      <p className="soft">{t('checks.trail.verify.runningLong')}</p>
    </>
  );
}

function Failed({ failure }: { failure: Error }) {
  const { t } = useTranslation();
  const isUnknown = failure instanceof Problem && failure.status === 404;
  const said = failure instanceof Problem && failure.message !== '' ? failure.message : t('checks.trail.verify.away');
  return <p className={css.failed}>{t('checks.trail.verify.failed', { why: isUnknown ? t('checks.trail.verify.unknown') : said })}</p>;
}

function Result({ verified: { subject, found } }: { verified: Verified }) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const holds = found.findings.length === 0;
  const result = `/api/v1/trail/verification${subject === undefined ? '' : `?subject=${encodeURIComponent(subject)}`}`;
  return (
    <>
      <p>
        <State of={holds ? 'done' : 'late'}>{t(holds ? 'checks.trail.verify.holds' : 'checks.trail.verify.broken')}</State>
      </p>
      <p>{t('checks.trail.verify.at', { at: days.exactly(found.at), ...countsOf(t, found, i18n.language) })}</p>
      {found.last !== undefined && (
        <p className="small">
          {t('checks.trail.verify.last', { seq: found.last.seq })} <code className={css.hash}>{found.last.hash}</code>.{' '}
          {t('checks.trail.verify.keep')}
        </p>
      )}
      {!holds && <Findings findings={found.findings} />}
      <p className="small">
        <a href={result} download={`${fileName(subject ?? 'trail')}-verification.json`}>
          {t('checks.trail.verify.download')}
        </a>
      </p>
    </>
  );
}

/** `risks/RSK-017` as a name of a file. */
export const fileName = (subject: string): string => subject.replace(/[^A-Za-z0-9._-]+/g, '-');

function Findings({ findings }: { findings: Verified['found']['findings'] }) {
  const { t } = useTranslation();
  const head = (key: 'chain' | 'seq' | 'problem') => ({ key, head: t(`checks.trail.verify.column.${key}`) });
  return (
    <Table
      caption={t('checks.trail.verify.findingsCaption')}
      rows={findings}
      keyOf={({ chain, seq, problem }) => `${chain} ${seq} ${problem}`}
      columns={[
        {
          ...head('chain'),
          cell: ({ chain }) => (
            <Link to="/trail" search={{ subject: chain }} className={css.chain}>
              {chain}
            </Link>
          ),
        },
        { ...head('seq'), cell: ({ seq }) => seq },
        { ...head('problem'), cell: ({ problem }) => <State of="late">{problemOf(t, problem)}</State> },
      ]}
    />
  );
}
