import { findServicePrincipal, type ParsedServicePrincipal } from '../../knowledge/servicePrincipals.js';
import { perObject, recall, select } from '../../policy/memo.js';
import type { Principal, Statement } from '../../policy/model.js';
import { hasTemplatePart } from '../../policy/placeholders.js';
import { readServiceName } from '../../policy/serviceName.js';
import type { RuleContext } from '../rule.js';
import { isUnfinished } from './unfinished.js';

type Context = Pick<RuleContext, 'policy' | 'source' | 'memo'>;

/** A service principal that is well formed and in the list of those that are known. */
export interface NamedService {
  readonly principal: Principal;
  readonly text: string;
  readonly parsed: ParsedServicePrincipal;
}

/** A complete Allow that names services. */
export interface ServiceStatement {
  readonly statement: Statement;
  readonly services: readonly NamedService[];
  /** True when those services are all that the statement names, so that it can be judged as theirs. */
  readonly isTheirsAlone: boolean;
}

/** The Allow statements that name services we know; half-typed ones and those without actions are left out. */
export function serviceStatements(context: Context): readonly ServiceStatement[] {
  return recall(context.memo, context.policy, readStatements, context);
}

function readStatements(context: Context): readonly ServiceStatement[] {
  return select(context, isForServices).flatMap((statement) => servicesOf(context, statement) ?? []);
}

function isForServices(statement: Statement, context: Context): boolean {
  return servicesOf(context, statement) !== undefined;
}

function servicesOf(context: Context, statement: Statement): ServiceStatement | undefined {
  return recall(context.memo, statement, readServices, context, statement);
}

function readServices(context: Context, statement: Statement): ServiceStatement | undefined {
  const { effect, principal, action } = statement;
  if (effect !== 'Allow' || principal === undefined || principal.negated || action === undefined) {
    return undefined;
  }
  const services = principal.principals.flatMap(readService);
  return services.length > 0 && !isUnfinished(context, statement.span)
    ? { statement, services, isTheirsAlone: services.length === principal.principals.length }
    : undefined;
}

/** Those of `serviceStatements` that name a service by its id, with the principals that do. */
export function statementsOfService(context: Context, id: string): readonly StatementOfService[] {
  return recall(context.memo, context.policy, groupByService, context).get(id) ?? [];
}

/** A complete Allow that names one service, beside others or alone. */
export interface StatementOfService extends ServiceStatement {
  readonly first: NamedService;
}

function groupByService(context: Context): ReadonlyMap<string, readonly StatementOfService[]> {
  const groups = new Map<string, StatementOfService[]>();
  for (const each of serviceStatements(context).flatMap(byService)) {
    const { id } = each.first.parsed.principal;
    const group = groups.get(id);
    if (group === undefined) {
      groups.set(id, [each]);
    } else {
      group.push(each);
    }
  }
  return groups;
}

/** One for each service that a statement names; made once for as long as the statement is not edited. */
const byService = perObject(({ statement, services, isTheirsAlone }: ServiceStatement): readonly StatementOfService[] =>
  [...new Set(services.map(({ parsed }) => parsed.principal.id))].flatMap((id) => {
    const own = services.filter(({ parsed }) => parsed.principal.id === id);
    const [first] = own;
    return first === undefined
      ? []
      : [{ statement, services: own, isTheirsAlone: isTheirsAlone && own.length === services.length, first }];
  }),
);

/** True when the statement of a service names another one as well. */
export function namesService({ statement }: ServiceStatement, id: string): boolean {
  return (statement.principal?.principals ?? []).some((principal) =>
    readService(principal).some(({ parsed }) => parsed.principal.id === id),
  );
}

function readService(principal: Principal): NamedService[] {
  const text = principal.value.known;
  if (principal.type !== 'Service' || text === undefined || hasTemplatePart(text)) {
    return [];
  }
  const parsed = readServiceName(text).kind === 'name' ? findServicePrincipal(text) : undefined;
  return parsed === undefined ? [] : [{ principal, text, parsed }];
}
