import { useTranslation } from 'react-i18next';
import type { RoleAssignment } from '../../../../domain/records/person.ts';

/** Roles as people say them, with the scope where they have one. */
export function useRoleNames(): (roles: readonly RoleAssignment[]) => string {
  const { t, i18n } = useTranslation();
  const nameOf = ({ role, scope }: RoleAssignment) =>
    scope === undefined ? t(`roles.${role}`) : t('people.scoped', { role: t(`roles.${role}`), scope });
  return (roles) => new Intl.ListFormat(i18n.language).format(roles.map(nameOf));
}
