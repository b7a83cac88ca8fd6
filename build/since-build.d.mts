/**
 * Whether something changed since the last build, or nothing was ever built.
 * @param source file or folder, from the project's root
 */
export function changedSinceBuild(source: string): boolean;
