import { useEffect, useState } from 'react';

const afterMs = 300;
const lineKeys = [...'abcdefghijkl'];

/** Grey lines in the shape of what comes, once it takes long enough to be noticed. */
export function Waiting({ lines = 6 }: { lines?: number }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), afterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting" aria-busy="true">
      {isLong && lineKeys.slice(0, lines).map((key) => <div key={key} />)}
    </div>
  );
}
