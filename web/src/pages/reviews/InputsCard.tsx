import { useTranslation } from 'react-i18next';
import type { ReviewInput } from '../../../../domain/records/managementReview.ts';
import { useNames } from '../../data/names.ts';
import { Card } from '../../parts/Card.tsx';
import { Prose } from '../../parts/Facts.tsx';
import { State } from '../../parts/State.tsx';
import { useDays } from '../../words/useDays.ts';
import { lines } from './lines.ts';
import css from './reviews.module.css';

/** Before the pack is issued: which line is there, and of whom it is asked. */
export function InputsCard({ inputs }: { inputs: readonly ReviewInput[] }) {
  const { t } = useTranslation();
  const name = useNames(inputs.map(({ owner }) => owner));
  return (
    <Card title={t('checks.reviews.one.inputs')}>
      <p className={css.frozen}>{t('checks.reviews.one.inputsUnder')}</p>
      {lines.map((line) => {
        const input = inputs.find((one) => one.line === line);
        return (
          <section key={line} className={css.line} aria-labelledby={`line-${line}`}>
            <h3 id={`line-${line}`}>{t(`checks.reviews.one.line.${line}`)}</h3>
            {input !== undefined && <Delivery input={input} name={name(input.owner)} />}
          </section>
        );
      })}
    </Card>
  );
}

function Delivery({ input: { deliveredAt, says, text = '' }, name }: { input: ReviewInput; name: string }) {
  const { t } = useTranslation();
  const days = useDays();
  if (deliveredAt === undefined)
    return (
      <p className="soft">
        <State of="ahead">{t('checks.reviews.one.notThere')}</State> {t('checks.reviews.one.asked', { name })}
      </p>
    );
  const day = days.day(deliveredAt);
  return (
    <>
      <p className="soft">
        <State of="done">{t('checks.reviews.one.delivered', { day })}</State> {name}
      </p>
      <Prose>{says === 'nothing' ? t('checks.reviews.one.saysNothing') : text}</Prose>
    </>
  );
}
