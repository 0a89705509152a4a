import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';
import type { ProfileKind, ProfileSummary } from './ports.js';

type IniSection = Readonly<Record<string, string | undefined>>;

/** The shared AWS files (`~/.aws/config`, `~/.aws/credentials` or what the environment names instead). */
export interface SharedFiles {
  /** Both files merged; the credentials file wins, as in the SDK. */
  readonly profiles: Readonly<Record<string, IniSection>>;
  /** `[services NAME]` sections by name, keys as `kms.endpoint_url`. */
  readonly services: Readonly<Record<string, IniSection>>;
}

/** Reads the files anew: people edit them and sign in while the editor runs. Missing files count as empty. */
export async function loadSharedFiles(): Promise<SharedFiles> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const profiles: Record<string, IniSection> = {};
  const services: Record<string, IniSection> = {};
  for (const [name, section] of Object.entries(configFile)) {
    if (name.startsWith('services.')) {
      services[name.slice('services.'.length)] = section;
    } else if (!name.startsWith('sso-session.')) {
      profiles[name] = section;
    }
  }
  for (const [name, section] of Object.entries(credentialsFile)) {
    profiles[name] = { ...profiles[name], ...section };
  }
  return { profiles, services };
}

/** Profiles sorted by name, without their secrets. */
export async function listProfiles(): Promise<readonly ProfileSummary[]> {
  const { profiles } = await loadSharedFiles();
  return Object.entries(profiles)
    .map(([name, section]) => toProfileSummary(name, section))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

function toProfileSummary(name: string, section: IniSection): ProfileSummary {
  const kind = profileKind(section);
  const signIn = signInArguments(name, kind);
  const region = section['region'];
  return { name, kind, ...(region === undefined ? {} : { region }), ...(signIn === undefined ? {} : { signIn }) };
}

function profileKind(section: IniSection): ProfileKind {
  if (section['role_arn'] !== undefined) {
    return 'role';
  }
  if (section['sso_session'] !== undefined || section['sso_start_url'] !== undefined) {
    return 'sso';
  }
  if (section['login_session'] !== undefined) {
    return 'login';
  }
  if (section['credential_process'] !== undefined) {
    return 'process';
  }
  return section['aws_access_key_id'] === undefined ? 'other' : 'keys';
}

function signInArguments(name: string, kind: ProfileKind): readonly string[] | undefined {
  switch (kind) {
    case 'sso':
      return ['sso', 'login', '--profile', name];
    case 'login':
      return ['login', '--profile', name];
    case 'role':
    case 'process':
    case 'keys':
    case 'other':
      return undefined;
  }
}

/**
 * How to sign in again for a profile: its own way, or that of the profile at the end of its `source_profile` chain.
 */
export function findSignIn(files: SharedFiles, profile: string): readonly string[] | undefined {
  const seen = new Set<string>();
  let name: string | undefined = profile;
  while (name !== undefined && !seen.has(name)) {
    seen.add(name);
    const section: IniSection = files.profiles[name] ?? {};
    const signIn = toProfileSummary(name, section).signIn;
    if (signIn !== undefined) {
      return signIn;
    }
    name = section['source_profile'];
  }
  return undefined;
}
