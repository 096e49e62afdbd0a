import { stringify } from 'yaml';
import { placeholder } from './change.ts';

/** Text as a YAML value, quoted where it has to be. */
const scalar = (text: string) => stringify(text, { lineWidth: 0 }).trimEnd();

interface ModuleFields {
  id: string;
  ticket: string;
  order: number;
  title: string;
  today: string;
  reviewBy: string;
}

export const moduleYaml = (fields: ModuleFields) => `id: ${fields.id}
ticket: ${scalar(fields.ticket)}
order: ${fields.order}
title: ${scalar(fields.title)}
summary: ${placeholder}一两句话：学完有什么用。
status: draft
objectives:
${objectiveYaml('objective-1')}passMark: 80
version: 0.1.0
owner: ''
approval: ''
effective: ${fields.today}
reviewBy: ${fields.reviewBy}
changelog:
  - version: 0.1.0
    date: ${fields.today}
    note: 开始写。
`;

export const objectiveYaml = (id: string, indent = '  ') => `${indent}- id: ${id}
${indent}  text: ${placeholder}学完能做到什么，用看得见的动作写
`;

interface LessonFields {
  id: string;
  ticket: string;
  title: string;
  objective: string;
}

export const lessonMdx = ({ id, ticket, title, objective }: LessonFields) => `---
id: ${id}
ticket: ${scalar(ticket)}
title: ${scalar(title)}
subtitle: ${placeholder}课名下面的一句话
minutes: { read: 4, practice: 4 }
say: ${placeholder}明天在窗口就能说的那一句
objectives: [${objective}]
sources: []
---

## ${placeholder}一件事

有钟点、有动作、有原话的一件事。

<Goal id="${objective}">

## ${placeholder}怎么做

教这个目标的那一段。

</Goal>

## 明天只做一件事

${placeholder}一个明天就能做的动作。

<Phrases />

<Quiz />
`;

export const phraseYaml = (id: string) => `- id: ${id}
  they: ${placeholder}对方说的话
  busy: ${placeholder}15字以内的一句
  calm: ${placeholder}不忙的时候怎么说
  avoid: ${placeholder}别这样说
  heard: ${placeholder}对方听到的意思
  push: ${placeholder}他再顶一句
  then: ${placeholder}你接
  aliases: [${placeholder}对方常用的别的说法]
`;
