/** Which text one reads, and since when it is in use. */
export interface Edition {
  version: string;
  date: string;
}

/** One entry of a module's 更新记录. */
export interface Release extends Edition {
  note: string;
  /** Paths of the lessons that it changed; without them, all. */
  lessons?: readonly string[] | undefined;
}

/** The edition of a whole module. */
export const moduleEdition = ({ version, effective }: Edited): Edition => ({
  version,
  date: effective,
});

interface Edited {
  version: string;
  effective: string;
  /** The newest first. */
  changelog: readonly Release[];
}

/**
 * The edition of a lesson of `module`: the release that changed it last. A new version that says
 * which lessons it is about leaves the pages of the others as they are.
 */
export function lessonEdition(lesson: string, module: Edited): Edition {
  const { changelog } = module;
  const changed = changelog.find(({ lessons }) => !lessons || lessons.includes(lesson));
  return changed ?? changelog[changelog.length - 1] ?? moduleEdition(module);
}
