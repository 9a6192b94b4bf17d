import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SoaLine } from '../../../../domain/records/soa.ts';
import { useDecideLines } from '../../data/decideLines.ts';
import { Card } from '../../parts/Card.tsx';
import { ProseField, RadioFields } from '../../parts/recording/fields.tsx';
import { Recorded } from '../../parts/recording/Recorded.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { useDraft } from '../../parts/recording/useDraft.ts';
import { Table } from '../../parts/table/Table.tsx';
import { LineName, lineColumns } from './lines.tsx';
import css from './statement.module.css';

/** Own controls stand there because something needs them: only lines of Annex A are decided on. */
const isAnnex = ({ control }: SoaLine): boolean => /^A\.[5-8]\.\d{1,2}$/.test(control);

/** The lines with a way to pick some of them, and to say of all that are picked whether they apply and why. */
export function Deciding({ lines }: { lines: readonly SoaLine[] }) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const deciding = useDecideLines();
  const card = useRef<HTMLDivElement>(null);
  const there = lines.filter((line) => isAnnex(line) && picked.has(line.control)).map(({ control }) => control);
  const toggle = (control: string) => {
    const next = new Set(picked);
    if (!next.delete(control)) next.add(control);
    setPicked(next);
  };
  const decide = async (decision: { applicable: boolean; justification: string }) => {
    const failed = await deciding.decide(
      there.map((control) => control.slice(2)),
      decision,
    );
    setPicked(new Set(failed.map((control) => `A.${control}`)));
  };
  const open = lines.filter((line) => isAnnex(line) && line.problem !== undefined).map(({ control }) => control);
  return (
    <>
      <div className={css.acts}>
        <Button variant="default" size="xs" onClick={() => setPicked(new Set(open))} aria-disabled={open.length === 0}>
          {t('registers.deciding.pickOpen', { count: open.length })}
        </Button>
        <Button variant="default" size="xs" onClick={() => setPicked(new Set())} aria-disabled={there.length === 0}>
          {t('registers.deciding.pickNone')}
        </Button>
      </div>
      <div className={css.bulk} ref={card}>
        <DecideCard count={there.length} deciding={deciding} onDecide={(decision) => void decide(decision).catch(() => undefined)} />
      </div>
      <div className={css.table}>
        <Table
          caption={t('registers.statement.name')}
          columns={[
            {
              ...{ key: 'name', head: t('registers.statement.column.control') },
              cell: (line) =>
                isAnnex(line) ? (
                  <label className={css.pick}>
                    <input type="checkbox" checked={picked.has(line.control)} onChange={() => toggle(line.control)} />
                    <LineName line={line} />
                  </label>
                ) : (
                  <LineName line={line} />
                ),
            },
            ...lineColumns(t),
          ]}
          rows={lines}
          keyOf={({ control }) => control}
        />
      </div>
      {there.length > 0 && (
        <div className={css.bar}>
          <Button variant="default" onClick={() => card.current?.querySelector('input')?.focus()}>
            {t('registers.deciding.title', { count: there.length })}
          </Button>
        </div>
      )}
    </>
  );
}

type CardProps = {
  count: number;
  deciding: Pick<ReturnType<typeof useDecideLines>, 'isRecording' | 'done' | 'of' | 'failed'>;
  onDecide(decision: { applicable: boolean; justification: string }): void;
};

type Draft = { applicable: 'yes' | 'no' | undefined; justification: string };

function DecideCard({ count, deciding: { isRecording, done, of: all, failed }, onDecide }: CardProps) {
  const { t } = useTranslation();
  const failure = failed[0]?.failure ?? null;
  const { draft, of } = useDraft<Draft>({ applicable: undefined, justification: '' }, failure);
  const { applicable, justification } = draft;
  return (
    <Card title={t('registers.deciding.title', { count })}>
      <RecordForm
        recording={{ isRecording, failure }}
        act={t('registers.deciding.button', { count })}
        onSubmit={() => count > 0 && onDecide({ applicable: applicable === 'yes', justification })}
        shown={['applicable', 'justification']}
        beside={isRecording && <span>{t('registers.deciding.recording', { done, of: all })}</span>}
        minor
      >
        {failed.length > 0 && !isRecording && (
          <p>
            {t('registers.deciding.failed', { controls: failed.map(({ control }) => `A.${control}`).join(', '), count: failed.length })}
          </p>
        )}
        {all > 0 && !isRecording && done > 0 && <Recorded>{t('registers.deciding.done', { count: all - failed.length })}</Recorded>}
        <RadioFields
          label={t('registers.deciding.applicable')}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`registers.deciding.${value}`) }))}
          {...of('applicable')}
        />
        <ProseField label={t('registers.deciding.justification')} help={t('registers.deciding.help')} required {...of('justification')} />
      </RecordForm>
    </Card>
  );
}
