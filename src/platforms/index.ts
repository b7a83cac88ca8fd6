/** One line per platform; a test holds it to the folders. */
export const PLATFORM_IDS = ['slack', 'teams', 'web'] as const;
