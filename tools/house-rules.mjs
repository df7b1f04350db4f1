/**
 * The two ESLint rules of our own: an assertion and a suppressed rule each carry a reason. What TypeScript is told instead of shown
 * has to be explained to the reader.
 */

/** `as T` and `<T>x` need a comment on their own lines, at the end of them, or on the line above; `as const` is free. */
const reasonedAssertion = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { bare: 'An assertion (`as {{type}}`) needs its reason in a comment beside it; `as const` is free.' },
  },
  create(context) {
    const source = context.sourceCode;
    const commentedLines = new Set();
    for (const comment of source.getAllComments()) {
      if (/^\s*eslint-/.test(comment.value)) continue;
      for (let line = comment.loc.start.line; line <= comment.loc.end.line; line += 1) commentedLines.add(line);
    }
    function visit(node) {
      const type = source.getText(node.typeAnnotation);
      if (type === 'const') return;
      for (let line = node.loc.start.line - 1; line <= node.loc.end.line; line += 1) if (commentedLines.has(line)) return;
      context.report({ node, messageId: 'bare', data: { type } });
    }
    return { TSAsExpression: visit, TSTypeAssertion: visit };
  },
};

/** `eslint-disable… rule -- reason`. */
const reasonedDisable = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { bare: 'Say after `--` why the rule is suppressed here.', all: 'Name the rule that is suppressed.' },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const directive = /^\s*eslint-disable(?:-next-line|-line)?\b([^]*)$/.exec(comment.value);
          if (!directive) continue;
          const [rules = '', reason = ''] = directive[1].split(/\s--\s/);
          if (rules.trim() === '') context.report({ loc: comment.loc, messageId: 'all' });
          else if (reason.trim() === '') context.report({ loc: comment.loc, messageId: 'bare' });
        }
      },
    };
  },
};

export const houseRules = { rules: { 'reasoned-assertion': reasonedAssertion, 'reasoned-disable': reasonedDisable } };
