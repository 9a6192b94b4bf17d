import type { CSSProperties, ReactNode } from 'react';

// Mail programs know no stylesheet worth the name: every value stands where it is used, and a class only serves the dark scheme.
export const font = '-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Arial, sans-serif';
export const ink = '#16201f';
export const soft = '#475250';
export const quiet = '#5f6a67';
export const accent = '#0b6463';
export const line = '#e2e2da';

export const body = (color: string): CSSProperties => ({ fontFamily: font, fontSize: '15px', lineHeight: '22px', color });

export const Table = ({ children }: { children: ReactNode }) => (
  <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
    <tbody>{children}</tbody>
  </table>
);

export const Row = ({ children, space }: { children: ReactNode; space: string }) => (
  <tr>
    <td style={{ padding: space }}>{children}</td>
  </tr>
);
