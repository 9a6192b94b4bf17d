import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** To all that has happened to a record, for those who read the trail. */
export const TrailButton = ({ subject, children }: { subject: string; children: ReactNode }) => (
  <Button variant="default" renderRoot={(props) => <Link {...props} to="/trail" search={{ subject }} />}>
    {children}
  </Button>
);
