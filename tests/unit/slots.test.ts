import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noRules, parseLocal } from '../../src/core/local/slots.ts';
import { printTemplate } from '../../src/core/local/template.ts';

describe('local.json', () => {
  test('gives what the unit says of itself and its words, without white space around them', () => {
    const local = {
      unit: ' 市政务中心 ',
      contact: '培训科 8123\n',
      owner: ' 培训科',
      approval: '医务处，2026年12月 ',
      sectors: ['hospital ', ''],
      slots: { 'wait-report': ' 10分钟 ' },
    };
    expect(parseLocal(local)).toEqual({
      unit: '市政务中心',
      contact: '培训科 8123',
      owner: '培训科',
      approval: '医务处，2026年12月',
      sectors: ['hospital'],
      slots: new Map([['wait-report', '10分钟']]),
    });
  });

  test('may leave everything out', () => {
    expect(parseLocal({})).toEqual(noRules);
  });

  test('leaves a slot at its default with an empty text', () => {
    expect(parseLocal({ slots: { 'wait-report': ' ', 'quiet-room': '' } })?.slots.size).toBe(0);
  });

  test('may hold fields of a newer version', () => {
    expect(parseLocal({ unit: '甲', seal: ['bank'] })?.unit).toBe('甲');
  });

  test.each<[string, string]>([
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '5'],
    ['a text', '"local"'],
    ['a unit that is a number', '{"unit":5}'],
    ['a unit that is null', '{"unit":null}'],
    ['a contact that is a list', '{"contact":["8123"]}'],
    ['an owner that is a number', '{"owner":5}'],
    ['an approval that is null', '{"approval":null}'],
    ['sectors that are a text', '{"sectors":"bank"}'],
    ['a sector that is a number', '{"sectors":[2]}'],
    ['slots that are a list', '{"slots":["10分钟"]}'],
    ['slots that are null', '{"slots":null}'],
    ['a slot that is a number', '{"slots":{"wait-report":10}}'],
    ['a slot inside a slot', '{"slots":{"wait":{"report":"10分钟"}}}'],
    ['a slot that is null', '{"slots":{"wait-report":null}}'],
  ])('is refused as a whole when it is or has %s', (_what, json) => {
    expect(parseLocal(JSON.parse(json))).toBeUndefined();
  });

  test('cannot reach into objects by the names of their built-in properties', () => {
    const json = '{"__proto__":{"unit":"乙"},"slots":{"__proto__":"丙","constructor":"丁"}}';
    const rules = parseLocal(JSON.parse(json));
    expect(rules?.unit).toBe('');
    expect(rules?.slots).toEqual(
      new Map([
        ['__proto__', '丙'],
        ['constructor', '丁'],
      ]),
    );
    expect(Object.hasOwn(Object.prototype, 'unit')).toBe(false);
  });

  test('never has a slot that its file does not name', () => {
    const rules = parseLocal(JSON.parse('{"slots":{"wait-report":"10分钟"}}'));
    expect(rules?.slots.get('toString')).toBeUndefined();
  });

  test('of any shape is read or refused without an error, and every text in it is a text', () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record({ unit: fc.jsonValue(), slots: fc.jsonValue() }, { requiredKeys: [] }),
    );
    fc.assert(
      fc.property(anything, (value) => {
        const rules = parseLocal(value);
        for (const text of rules?.slots.values() ?? []) expect(text).toMatch(/\S/);
      }),
    );
  });
});

describe('the template of local.json', () => {
  const slots = [
    { id: 'wait-report', label: '等候通报间隔', default: '以本单位规定为准' },
    { id: 'desk', label: '“办不成事”窗口', default: '以本单位公示为准' },
  ];
  const sectors = [{ id: 'bank', title: '银行', ticket: '银' }];
  const text = printTemplate(slots, sectors);

  test('is a local.json as it stands, in which nothing is filled', () => {
    const { slots: read, ...about } = parseLocal(JSON.parse(text)) ?? noRules;
    expect(about).toEqual({ unit: '', contact: '', owner: '', approval: '', sectors: [] });
    expect([...read.keys()].filter((id) => slots.some((slot) => slot.id === id))).toEqual([]);
  });

  test('explains every slot on the line above it', () => {
    const lines = text.split('\r\n').map((line) => line.trim());
    for (const { id, label, default: neutral } of slots) {
      const line = lines.findIndex((written) => written.startsWith(`"${id}": ""`));
      expect(lines[line - 1]).toBe(`"说明 ${id}": "${label}。没填时显示：${neutral}",`);
    }
  });

  test('becomes the institution’s file by typing between the quotation marks', () => {
    const typed = text
      .replace('"unit": ""', '"unit": "城东医院"')
      .replace('"wait-report": ""', '"wait-report": "10分钟"');
    const rules = parseLocal(JSON.parse(typed));
    expect(rules?.unit).toBe('城东医院');
    expect(rules?.slots.get('wait-report')).toBe('10分钟');
    expect(rules?.slots.get('desk')).toBeUndefined();
  });

  test('has the line ends that the oldest editor of Windows shows as lines', () => {
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });
});
