import {
  type Backup,
  BackupError,
  type BackupProblem,
  MOST_BYTES,
  readBackup,
} from '../../core/record/backup.ts';
import { planMerge } from '../../core/record/merge.ts';
import { makeBackup, saveBackupFile } from '../backup-file.ts';
import { copyText } from '../copy-text.ts';
import { keepFocus } from '../focus.ts';
import { pageLearner } from '../learners.ts';
import { writeBackupTime } from '../settings.ts';
import { openStore } from '../store/open.ts';

const PROBLEMS: Record<BackupProblem, string> = {
  'too-large': '这份东西超过32兆，不像备份，没有读。',
  'not-a-backup': '这不是窗口学堂的备份。请选当时存下的文件，或者把备份码从头到尾粘贴进来。',
  'newer-version': '这份备份是更新的版本存的。先联网把本站更新到新版本，再恢复。',
  'older-version': '这份备份的格式太旧，本站读不了。请换一份新些的。',
  damaged: '这份备份不完整：少了一截，或者中间被改过。请重新复制一次，或者换一份。',
  'malformed-rows': '这份备份里有读不懂的记录，可能被改过。请换一份。',
};

/** The file has gone meanwhile, or the record here cannot be read to compare with. */
const UNREADABLE = '没有读成，文件可能被移走了。请重新选一次。';

/** 备份 as a file or a code, and back: a preview first, then a union with what is here. */
export class CourseBackup extends HTMLElement {
  #backup: Backup | undefined;
  /** Counts what was chosen. */
  #latest = 0;

  connectedCallback(): void {
    this.hidden = false;
    this.onclick = ({ target }) => void this.#act((target as HTMLElement).dataset.action);
    this.oninput = () => this.#forget();
  }

  async #act(action: string | undefined): Promise<void> {
    if (action === 'file') await this.#save();
    else if (action === 'copy') await this.#copy();
    else if (action === 'preview') await this.#preview();
    else if (action === 'restore') await this.#restore();
  }

  async #save(): Promise<void> {
    await this.#export(async () => {
      await saveBackupFile();
      return '备份文件存好了，放到你找得到的地方。';
    });
  }

  async #copy(): Promise<void> {
    await this.#export(async () => {
      if (!(await copyText(await makeBackup()))) return '这里不让复制，请改用存成文件。';
      writeBackupTime(Date.now());
      return '备份码复制好了，粘贴到聊天里发给自己。';
    });
  }

  async #export(work: () => Promise<string>): Promise<void> {
    try {
      this.#say('saved', await work());
    } catch (error) {
      console.warn('The backup was not made.', error);
      this.#say('saved', '备份没有存成。记录还在这台设备上，关掉别的页面再试一次。');
    }
  }

  async #preview(): Promise<void> {
    this.#forget();
    const mine = this.#latest;
    try {
      const backup = readBackup(await this.#text());
      const here = await (await openStore()).readAll();
      // Something else was chosen while a slow file came.
      if (mine !== this.#latest) return;
      this.#backup = backup;
      const { added, known, conflicts } = planMerge(here.rows, backup.rows);
      const fresh = added.length + conflicts.length;
      const date = new Date(backup.made).toLocaleDateString('zh-CN');
      this.#say(
        'preview',
        `${whose(backup)}${date}存的备份，共${backup.rows.length}条记录：新的${fresh}条，这台设备已有${known}条。` +
          (fresh > 0 ? '合进来以后，现有的一条也不会少。' : '没有要合的。'),
      );
      this.#part('restore').hidden = fresh === 0 && backup.sittings.length === 0;
    } catch (error) {
      if (mine !== this.#latest) return;
      const known = error instanceof BackupError;
      if (!known) console.warn('The backup could not be read.', error);
      const reason = known ? PROBLEMS[error.problem] : UNREADABLE;
      this.#say('preview', `${reason}这台设备上的记录没有动。`);
    }
  }

  async #restore(): Promise<void> {
    const backup = this.#backup;
    if (!backup) return;
    // Pressed twice, it is merged once.
    this.#backup = undefined;
    try {
      const { added, conflicts } = await (await openStore()).merge(backup);
      keepFocus(this.#part('restore').parentElement ?? this, () => this.#forget());
      this.#say(
        'preview',
        `合好了，新增${added.length + conflicts.length}条。重新打开这一页就能看到。`,
      );
    } catch (error) {
      console.warn('The backup was not restored.', error);
      this.#backup = backup;
      this.#say('preview', '没有合成，可能是空间不够。这台设备上的记录没有动，过一会儿再试。');
    }
  }

  async #text(): Promise<string> {
    const file = this.querySelector<HTMLInputElement>('[data-part="file"]')?.files?.[0];
    const code = this.querySelector<HTMLTextAreaElement>('[data-part="code"]')?.value ?? '';
    const chosen = code.trim() === '' ? file : undefined;
    // The size is known before a byte is read.
    if ((chosen?.size ?? code.length) > MOST_BYTES) throw new BackupError('too-large');
    return chosen ? chosen.text() : code;
  }

  #forget(): void {
    this.#latest += 1;
    this.#backup = undefined;
    this.#part('restore').hidden = true;
    this.#say('preview', '');
  }

  #part(action: string): HTMLElement {
    return this.querySelector(`[data-action="${action}"]`) as HTMLElement;
  }

  #say(part: 'saved' | 'preview', text: string): void {
    const element = this.querySelector(`[data-part="${part}"]`);
    if (element) element.textContent = text;
  }
}

/** Where people share a machine, the wrong file is one click away. */
function whose({ learner = '' }: Backup): string {
  const { name } = pageLearner();
  if (learner === name || learner === '') return '';
  return `这份是${learner}的，合进来就混到${name || '这里现有'}的记录里了，先看清。`;
}
