export const settingsParts = ['organization', 'workingTime', 'sites', 'mail', 'ladders', 'criteria'] as const;

/** What is changed together. */
export type SettingsPart = (typeof settingsParts)[number];
