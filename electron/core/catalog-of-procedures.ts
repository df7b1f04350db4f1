/** What can be called: every procedure with its kind, purpose and input schema, read from the router itself. */
import { z } from 'zod';
import { appRouter } from './router.ts';
import type { ProcedureMeta } from './procedures.ts';

export interface ProcedureListing {
  name: string;
  kind: ProcedureMeta['kind'];
  summary: string;
  input: unknown; // JSON schema
}

export function listProcedures(): ProcedureListing[] {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { meta?: ProcedureMeta; inputs: unknown[] } }>; // tRPC keeps its definitions there, flat by dotted name
  return Object.entries(procedures)
    .map(([name, procedure]) => {
      const definition = procedure._def;
      const schema = definition.inputs[0];
      return {
        name,
        kind: definition.meta?.kind ?? 'query',
        summary: definition.meta?.summary ?? '',
        input: schema instanceof z.ZodType ? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) : {},
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
