import { error } from '../author-error.ts';
import { list, part, word } from './words.ts';

/** Fields and ids of a record. */
export const fieldErrors = {
  // Fields
  'unknown-field': error<{
    subject: string;
    field: string;
    nearest: string | undefined;
    known: readonly string[];
  }>(
    ({ subject, field }) => `${subject}里不认识 ${field}。`,
    ({ nearest, known }) => (nearest ? `请改成 ${nearest}。` : `这里能写的有：${list(known)}。`),
  ),
  'missing-field': error<{ subject: string; field: string; about: string }>(
    ({ subject, field }) => `${subject}缺少 ${field}。`,
    ({ field, about }) => `请补上 ${field}: ${about}`,
  ),
  'wrong-type': error<{ subject: string; field: string; expected: string; instead: string }>(
    ({ subject, field, expected }) => `${part(subject, field)}要写成${expected}。`,
    ({ instead }) => instead,
  ),
  'empty-text': error<{ subject: string; field: string; about: string }>(
    ({ subject, field }) => `${part(subject, field)}没有写内容。`,
    ({ field, about }) => `请写上 ${field}: ${about}`,
  ),
  'text-too-long': error<{ subject: string; field: string; length: number; maximum: number }>(
    ({ subject, field, length, maximum }) =>
      `${part(subject, field)}有${length}个字，最多${maximum}个。`,
    ({ maximum }) => `请缩到${maximum}个字以内。`,
  ),
  'bad-id': error<{
    subject: string;
    field: string;
    value: string;
    suggestion: string | undefined;
  }>(
    ({ subject, field, value }) => `${part(subject, field)}“${value}”不能作编号。`,
    ({ field, suggestion }) =>
      `编号只用小写字母、数字和短横线，以字母开头${suggestion ? `：${field}: ${suggestion}` : '。'}`,
  ),
  'bad-date': error<{
    subject: string;
    field: string;
    value: string;
    suggestion: string | undefined;
  }>(
    ({ subject, field, value }) => `${part(subject, field)}“${value}”不是一个日期。`,
    ({ field, suggestion }) =>
      suggestion
        ? `请写成 ${field}: ${suggestion}`
        : `请写成 ${field}: 2027-11-30 这样真有的一天。`,
  ),
  'bad-format': error<{ subject: string; field: string; value: string; about: string }>(
    ({ subject, field, value }) => `${part(subject, field)}“${value}”写法不对。`,
    ({ field, about }) => `${word(field)}是${about}`,
  ),
  'unknown-value': error<{
    subject: string;
    field: string;
    value: string;
    nearest: string | undefined;
    known: readonly string[];
  }>(
    ({ subject, field, value }) => `${part(subject, field)}不能是“${value}”。`,
    ({ field, nearest, known }) =>
      nearest ? `请改成 ${field}: ${nearest}` : `${field} 能写的有：${list(known)}。`,
  ),
  'out-of-range': error<{
    subject: string;
    field: string;
    value: string;
    minimum: number;
    maximum: number;
  }>(
    ({ subject, field, value }) => `${part(subject, field)}是 ${value}，超出了范围。`,
    ({ field, minimum, maximum }) => `${field} 请写 ${minimum} 到 ${maximum} 之间的整数。`,
  ),
  'wrong-count': error<{ subject: string; field: string; bound: string; about: string }>(
    ({ subject, field, bound }) => `${part(subject, field)}${bound}。`,
    ({ field, about }) => `${word(field)}是${about}`,
  ),

  // Ids
  'duplicate-id': error<{ what: string; id: string; first: string; listed: boolean }>(
    ({ what, id, listed }) => `${what}编号 ${id} ${listed ? '列' : '用'}了两次。`,
    ({ first, listed }) =>
      listed
        ? `它在 ${first} 已经列过，请只留一个。`
        : `它在 ${first} 已经用过，请给后写的这一个换个编号。`,
  ),
  'id-prefix': error<{ what: string; id: string; prefix: string }>(
    ({ what, id, prefix }) => `${what}编号 ${id} 没有以 ${prefix} 开头。`,
    ({ id, prefix }) => `请写成 id: ${prefix}${id}`,
  ),
  'reserved-id': error<{ what: string; id: string; address: string }>(
    ({ what, id }) => `${what}编号 ${id} 和网站自己的页面重名。`,
    ({ address }) => `网址 ${address} 已经是那一页的，请换一个编号。`,
  ),
  'module-folder': error<{ id: string; folder: string }>(
    ({ id, folder }) => `模块编号 ${id} 和文件夹名 ${folder} 不一样。`,
    ({ folder }) => `模块的网址用文件夹名，请写成 id: ${folder}，或者改文件夹名。`,
  ),
} as const;
