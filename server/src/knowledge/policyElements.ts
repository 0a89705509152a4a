import type { PolicyKind } from '../../../protocol/src/vocabulary.js';
import type { LocalText } from './localText.js';
import { lookUp } from './lookUp.js';
import { nearestName } from './nearest.js';

export const POLICY_ELEMENTS = ['Version', 'Id', 'Statement'] as const;
export const STATEMENT_ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const;
type PolicyElement = (typeof POLICY_ELEMENTS)[number];
type StatementElement = (typeof STATEMENT_ELEMENTS)[number];

/**
 * `required`: the element or its `Not` twin must be there. `recommended`: legal without, but almost always a mistake.
 * `discouraged`: legal, with effects that surprise. `forbidden`: AWS refuses the policy.
 */
export type ElementPresence = 'required' | 'recommended' | 'allowed' | 'discouraged' | 'forbidden';

export interface ElementRule {
  readonly name: PolicyElement | StatementElement;
  readonly presence: ElementPresence;
  /** The element that may stand in its place, or that it stands in the place of. */
  readonly twin?: StatementElement;
}

/** Keys of a principal map, in AWS's spelling. */
export const PRINCIPAL_TYPES = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;
export type PrincipalType = (typeof PRINCIPAL_TYPES)[number];

const TWINS: Partial<Record<StatementElement, StatementElement>> = {
  Principal: 'NotPrincipal',
  NotPrincipal: 'Principal',
  Action: 'NotAction',
  NotAction: 'Action',
  Resource: 'NotResource',
  NotResource: 'Resource',
};

type Presences = Readonly<Record<StatementElement, ElementPresence>>;

/** A policy that is attached to a resource. */
const ON_RESOURCE: Presences = {
  Sid: 'allowed',
  Effect: 'required',
  Principal: 'required',
  NotPrincipal: 'discouraged',
  Action: 'required',
  NotAction: 'discouraged',
  Resource: 'required',
  NotResource: 'discouraged',
  Condition: 'allowed',
};

const WITHOUT_PRINCIPAL: Presences = {
  ...ON_RESOURCE,
  Principal: 'forbidden',
  NotPrincipal: 'forbidden',
  NotAction: 'allowed',
  NotResource: 'allowed',
};

/**
 * Elements per kind: kms-facts section 2, check-catalogue 2.2, and the IAM and Organizations guides. Service control
 * policies take the full grammar but principals since September 2025; resource control policies are narrower.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html (not in trust policies)
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
 */
const STATEMENT_PRESENCE: Readonly<Record<PolicyKind, Presences>> = {
  'key-policy': ON_RESOURCE,
  'identity-policy': WITHOUT_PRINCIPAL,
  'logs-resource-policy': ON_RESOURCE,
  'bucket-policy': ON_RESOURCE,
  'trust-policy': { ...ON_RESOURCE, NotPrincipal: 'forbidden', Resource: 'forbidden', NotResource: 'forbidden' },
  'vpc-endpoint-policy': ON_RESOURCE,
  'delivery-destination-policy': ON_RESOURCE,
  scp: WITHOUT_PRINCIPAL,
  rcp: { ...ON_RESOURCE, NotPrincipal: 'forbidden', NotAction: 'forbidden', NotResource: 'allowed' },
};

const POLICY_PRESENCE: Readonly<Record<PolicyElement, ElementPresence>> = {
  Version: 'recommended',
  Id: 'allowed',
  Statement: 'required',
};

/** `Federated` belongs to trust policies and `CanonicalUser` to bucket policies (check-catalogue rows 47, 48, 61). */
const PRINCIPAL_TYPES_BY_KIND: Readonly<Record<PolicyKind, readonly PrincipalType[]>> = {
  'key-policy': ['AWS', 'Service'],
  'identity-policy': [],
  'logs-resource-policy': ['AWS', 'Service'],
  'bucket-policy': ['AWS', 'Service', 'CanonicalUser'],
  'trust-policy': ['AWS', 'Service', 'Federated'],
  'vpc-endpoint-policy': ['AWS'],
  'delivery-destination-policy': ['AWS', 'Service'],
  scp: [],
  rcp: [],
};

/** The elements of a level for a kind, in the order in which AWS writes them. */
export function listElements(kind: PolicyKind, level: 'policy' | 'statement'): readonly ElementRule[] {
  return level === 'policy' ? ELEMENTS_OF_POLICY : (ELEMENTS_OF_STATEMENT.get(kind) ?? []);
}

const ELEMENTS_OF_POLICY: readonly ElementRule[] = POLICY_ELEMENTS.map((name) => ({
  name,
  presence: POLICY_PRESENCE[name],
}));

const ELEMENTS_OF_STATEMENT = new Map(
  Object.entries(STATEMENT_PRESENCE).map(([kind, presence]): [string, readonly ElementRule[]] => [
    kind,
    STATEMENT_ELEMENTS.map((name) => {
      const twin = TWINS[name];
      return { name, presence: presence[name], ...(twin === undefined ? {} : { twin }) };
    }),
  ]),
);

/** The rule for an element spelt exactly; undefined for a name that is no element of the level. */
export function getElementRule(kind: PolicyKind, level: 'policy' | 'statement', name: string): ElementRule | undefined {
  return listElements(kind, level).find((rule) => rule.name === name);
}

/** The element that a misspelt or plural name probably meant (`Actions`, `effect`), among those the kind allows. */
export function nearestElement(kind: PolicyKind, level: 'policy' | 'statement', text: string): string | undefined {
  const names = listElements(kind, level)
    .filter(({ presence }) => presence !== 'forbidden')
    .map(({ name }) => name);
  const wanted = text.toLowerCase();
  return (
    names.find((name) => name.toLowerCase() === wanted || `${name.toLowerCase()}s` === wanted) ??
    nearestName(text, names)
  );
}

/** Keys that a `Principal` object may hold in policies of the kind; empty where only `"*"` or nothing is legal. */
export function principalTypes(kind: PolicyKind): readonly PrincipalType[] {
  return PRINCIPAL_TYPES_BY_KIND[kind];
}

/** Legal values of `Effect`. Resource control policies of customers can only deny. */
export function effects(kind: PolicyKind): readonly ('Allow' | 'Deny')[] {
  return kind === 'rcp' ? ['Deny'] : ['Allow', 'Deny'];
}

/** What an element is for, in words that suit the kind; undefined for a name that is no element. */
export function findElementText(name: string, kind?: PolicyKind): LocalText | undefined {
  const ofKind = kind === undefined ? undefined : TEXTS_BY_KIND[kind];
  return lookUp(ofKind ?? {}, name) ?? lookUp(TEXTS, name);
}

const TEXTS: Readonly<Record<string, LocalText>> = {
  Version: {
    en: 'Version of the policy language. Write `2012-10-17`: without it, or with `2008-10-17`, policy variables are plain text.',
    ko: '정책 언어의 버전입니다. `2012-10-17`을 사용합니다. 생략하거나 `2008-10-17`을 쓰면 정책 변수가 일반 텍스트로 처리됩니다.',
  },
  Id: {
    en: 'Name of the policy, for people. AWS does not evaluate it.',
    ko: '사람이 알아보기 위한 정책의 이름입니다. AWS는 이 값을 평가하지 않습니다.',
  },
  Statement: {
    en: 'The policy statements. At least one; each allows or denies on its own, and a matching deny always wins.',
    ko: '정책 문입니다. 하나 이상 있어야 합니다. 각 명령문은 독립적으로 허용하거나 거부하며, 일치하는 거부가 항상 우선합니다.',
  },
  Sid: {
    en: 'Name of the statement, for people and for finding it again.',
    ko: '명령문의 이름입니다. 사람이 알아보고 다시 찾는 데 사용합니다.',
  },
  Effect: {
    en: '`Allow` or `Deny`, spelt exactly so.',
    ko: '`Allow` 또는 `Deny`이며 철자와 대소문자가 정확해야 합니다.',
  },
  Principal: {
    en: 'Whom the statement is about: an account, a role, a user, a session or a service. Groups are never principals, and ARNs take no wildcards here.',
    ko: '명령문이 적용되는 보안 주체입니다. 계정, 역할, 사용자, 세션 또는 서비스를 지정합니다. 그룹은 보안 주체가 될 수 없고, 여기서는 ARN에 와일드카드를 사용할 수 없습니다.',
  },
  NotPrincipal: {
    en: 'Everyone but those named. With `Allow` it reaches even strangers; with `Deny` account, role and session must all be named. Prefer `aws:PrincipalArn` in a condition.',
    ko: '지정한 보안 주체를 제외한 모두입니다. `Allow`와 함께 쓰면 외부인까지 포함되고, `Deny`와 함께 쓰면 계정, 역할, 세션을 모두 지정해야 합니다. 조건에서 `aws:PrincipalArn`을 사용하는 편이 좋습니다.',
  },
  Action: {
    en: 'Permissions such as `kms:Decrypt`. `*` and `?` are wildcards; letter case does not count.',
    ko: '`kms:Decrypt`와 같은 권한입니다. `*`와 `?`는 와일드카드이며 대소문자를 구분하지 않습니다.',
  },
  NotAction: {
    en: 'Every permission but those named, also those that AWS adds later.',
    ko: '지정한 권한을 제외한 모든 권한이며 AWS가 나중에 추가하는 권한도 포함합니다.',
  },
  Resource: {
    en: 'ARNs that the statement is about; `*` and `?` are wildcards.',
    ko: '명령문이 적용되는 ARN입니다. `*`와 `?`는 와일드카드입니다.',
  },
  NotResource: {
    en: 'Every resource but those named.',
    ko: '지정한 리소스를 제외한 모든 리소스입니다.',
  },
  Condition: {
    en: 'When the statement applies: operator, condition key, values. All operators and keys must hold; of several values one is enough.',
    ko: '명령문이 적용되는 조건입니다. 연산자, 조건 키, 값으로 이루어집니다. 모든 연산자와 키가 성립해야 하며, 값이 여러 개면 하나만 일치해도 됩니다.',
  },
};

const TEXTS_BY_KIND: Partial<Record<PolicyKind, Readonly<Record<string, LocalText>>>> = {
  'key-policy': {
    Resource: {
      en: 'Always `"*"` in a key policy: it stands for the KMS key that the policy is attached to.',
      ko: '키 정책에서는 항상 `"*"`이며, 정책이 연결된 KMS 키를 뜻합니다.',
    },
    Principal: {
      en: 'Whom the statement is about. The account (`arn:aws:iam::111122223333:root`) lets IAM policies of that account give access; a role or user gets access directly. Groups are never principals, and ARNs take no wildcards here.',
      ko: '명령문이 적용되는 보안 주체입니다. 계정(`arn:aws:iam::111122223333:root`)을 지정하면 해당 계정의 IAM 정책으로 액세스를 허용할 수 있고, 역할이나 사용자를 지정하면 직접 액세스를 부여합니다. 그룹은 보안 주체가 될 수 없고, 여기서는 ARN에 와일드카드를 사용할 수 없습니다.',
    },
    Sid: {
      en: 'Name of the statement. In key policies it may hold spaces; Hangul and other characters beyond U+00FF are refused.',
      ko: '명령문의 이름입니다. 키 정책에서는 공백을 사용할 수 있지만, 한글을 비롯해 U+00FF를 벗어나는 문자는 거부됩니다.',
    },
  },
  rcp: {
    Effect: {
      en: '`Deny`. Resource control policies that you write cannot allow.',
      ko: '`Deny`입니다. 직접 작성하는 리소스 제어 정책에서는 허용을 사용할 수 없습니다.',
    },
    Principal: {
      en: 'Always `"*"` in a resource control policy. Name principals in the condition.',
      ko: '리소스 제어 정책에서는 항상 `"*"`입니다. 보안 주체는 조건에서 지정합니다.',
    },
  },
};
