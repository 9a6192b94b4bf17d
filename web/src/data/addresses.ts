/** A page that works without script. */
export const reportPage = '/report';
