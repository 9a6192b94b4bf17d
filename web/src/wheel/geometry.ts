/** Centre of the drawing, and the gap at twelve o'clock where one year hands over to the next. Lengths are units of the drawing, angles are degrees, clockwise from three o'clock. */
export const centre = 380;
const gap = 26;

const rounded = (n: number): number => Math.round(n * 10) / 10;

export type Point = { x: number; y: number };

export function pointAt(radius: number, angle: number): Point {
  const radians = (angle * Math.PI) / 180;
  return { x: rounded(centre + radius * Math.cos(radians)), y: rounded(centre + radius * Math.sin(radians)) };
}

/** Angle at which a day begins; day 0 is the first of the year, `days` the end of the last. */
export const angleOf = (day: number, days: number): number => -90 + gap / 2 + (Math.min(Math.max(day, 0), days) / days) * (360 - gap);

const at = ({ x, y }: Point): string => `${x} ${y}`;

/** Along a circle, clockwise unless `to` lies before `from`. */
export function arc(radius: number, from: number, to: number): string {
  const isLarge = Math.abs(to - from) > 180 ? 1 : 0;
  const turns = to >= from ? 1 : 0;
  return `M${at(pointAt(radius, from))}A${radius} ${radius} 0 ${isLarge} ${turns} ${at(pointAt(radius, to))}`;
}

/** A piece of a ring. */
export function sector(inner: number, outer: number, from: number, to: number): string {
  const isLarge = to - from > 180 ? 1 : 0;
  return (
    `M${at(pointAt(outer, from))}A${outer} ${outer} 0 ${isLarge} 1 ${at(pointAt(outer, to))}` +
    `L${at(pointAt(inner, to))}A${inner} ${inner} 0 ${isLarge} 0 ${at(pointAt(inner, from))}Z`
  );
}

export const radius = (inner: number, outer: number, angle: number): string => `M${at(pointAt(inner, angle))}L${at(pointAt(outer, angle))}`;
