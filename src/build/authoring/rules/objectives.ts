import type { Rule } from '../rule.ts';
import { nearest } from '../suggest.ts';

/** Lessons teach objectives of their module, and questions ask what their lesson teaches. */
export const objectivesAreTaught: Rule = ({ modules }, report) => {
  for (const module of modules) {
    const declared = module.entry?.data?.objectives.map(({ id }) => id);
    if (!declared) continue;
    for (const { entry, questions } of module.lessons) {
      const taught = entry?.data?.objectives;
      entry?.data?.objectives.forEach((objective, index) => {
        if (declared.includes(objective)) return;
        report('unknown-objective', entry.placeOf('objectives', index), {
          objective,
          module: module.folder,
          nearest: nearest(objective, declared),
        });
      });
      for (const { data, placeOf } of questions ?? []) {
        if (!data) continue;
        const { id: question, objective } = data;
        if (!declared.includes(objective)) {
          report('unknown-objective', placeOf('objective'), {
            objective,
            module: module.folder,
            nearest: nearest(objective, taught ?? declared),
          });
        } else if (taught && !taught.includes(objective)) {
          report('objective-not-taught', placeOf('objective'), { question, objective, taught });
        }
      }
    }
  }
};
