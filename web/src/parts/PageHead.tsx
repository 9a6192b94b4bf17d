import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { name: string; title: string; above?: ReactNode; under?: ReactNode; acts?: ReactNode };

/** The title is a sentence with the news in it; `name` is what the page is called in the browser; `above` says where one is. */
export function PageHead({ name, title, above, under, acts }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${name} · ${t('product')}`;
  }, [name, t]);
  return (
    <div className="head">
      <div>
        {above}
        <h1>{title}</h1>
        {under !== undefined && <p>{under}</p>}
      </div>
      {acts !== undefined && <div className="acts">{acts}</div>}
    </div>
  );
}
