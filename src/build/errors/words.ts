/** Turns of phrase that several messages share. */

/** “是不是想写 x？” where a near name is known, nothing otherwise. */
export const perhaps = (nearest: string | undefined): string =>
  nearest ? `是不是想写 ${nearest}？` : '';

export const list = (names: readonly string[]): string => names.join('、');

/** A field's name with a space where it ends in Latin letters: `passMark `, `aliases 第1项`. */
export const word = (field: string): string => (/[a-z]$/i.test(field) ? `${field} ` : field);

/** `模块 attitude 的 passMark ` or `这个文件的内容`. */
export const part = (subject: string, field: string): string =>
  `${subject}的${/^[a-z]/i.test(field) ? ' ' : ''}${word(field)}`;
