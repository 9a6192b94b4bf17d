/** Forms that an address may ask for, so that whoever follows it finds them unfolded. */
const forms = ['extend', 'askHandOver', 'delegate', 'comment', 'decideExtension', 'reassign', 'waive', 'cancel'] as const;

export const formIn = ({ form }: Record<string, unknown>): { form?: (typeof forms)[number] } => {
  const asked = forms.find((one) => one === form);
  return asked === undefined ? {} : { form: asked };
};
