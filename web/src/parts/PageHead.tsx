import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The title is a sentence with the news in it; `name` is what the page is called in the browser. */
export function PageHead({ name, title, under, acts }: { name: string; title: string; under?: ReactNode; acts?: ReactNode }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${name} · ${t('product')}`;
  }, [name, t]);
  return (
    <div className="head">
      <div>
        <h1>{title}</h1>
        {under !== undefined && <p>{under}</p>}
      </div>
      {acts !== undefined && <div className="acts">{acts}</div>}
    </div>
  );
}
