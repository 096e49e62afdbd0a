/** How a reference was read, said to a reader. */
export const gradeWords = {
  读: '读过原文或公开页面',
  知: '按通行说法，没有读到正文',
  疑: '还要再核，不作题目的答案',
} as const;
