import type { Product } from '../servers/product.ts';
import type { Measured } from '../statistics/report.ts';

export type Context = {
  rounds: number;
  /** A tenth of the sizes: to see that it works, not how fast. */
  small: boolean;
  say(line: string): void;
  /** The product on servers of this row alone; started when first asked for, stopped after the row. */
  product(): Promise<Product>;
};

/** One or several lines of the table that are measured together. */
export type Row = { key: string; what: string; measure(context: Context): Promise<Measured> };
