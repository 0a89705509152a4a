import { nearestName } from './nearest.js';

export interface Partition {
  readonly id: string;
  /** Suffix of host names and of the service principals that follow the partition. */
  readonly dnsSuffix: string;
  readonly regions: readonly string[];
  /** Shape of Region codes, so that a Region newer than this list is still recognised. */
  readonly regionPattern: RegExp;
}

/**
 * Partitions and Regions as the AWS SDK of November 2026 knows them (`@aws-sdk/core`, endpoint partitions); a test
 * compares the two.
 */
export const PARTITIONS: readonly Partition[] = [
  {
    id: 'aws',
    dnsSuffix: 'amazonaws.com',
    regions: [
      'af-south-1',
      'ap-east-1',
      'ap-east-2',
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-northeast-3',
      'ap-south-1',
      'ap-south-2',
      'ap-southeast-1',
      'ap-southeast-2',
      'ap-southeast-3',
      'ap-southeast-4',
      'ap-southeast-5',
      'ap-southeast-6',
      'ap-southeast-7',
      'ca-central-1',
      'ca-west-1',
      'eu-central-1',
      'eu-central-2',
      'eu-north-1',
      'eu-south-1',
      'eu-south-2',
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
      'il-central-1',
      'me-central-1',
      'me-south-1',
      'me-west-1',
      'mx-central-1',
      'sa-east-1',
      'sa-west-1',
      'us-east-1',
      'us-east-2',
      'us-west-1',
      'us-west-2',
    ],
    regionPattern: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
  },
  {
    id: 'aws-cn',
    dnsSuffix: 'amazonaws.com.cn',
    regions: ['cn-north-1', 'cn-northwest-1'],
    regionPattern: /^cn-\w+-\d+$/,
  },
  {
    id: 'aws-eusc',
    dnsSuffix: 'amazonaws.eu',
    regions: ['eusc-de-east-1'],
    regionPattern: /^eusc-(de)-\w+-\d+$/,
  },
  {
    id: 'aws-iso',
    dnsSuffix: 'c2s.ic.gov',
    regions: ['us-iso-east-1', 'us-iso-west-1'],
    regionPattern: /^us-iso-\w+-\d+$/,
  },
  {
    id: 'aws-iso-b',
    dnsSuffix: 'sc2s.sgov.gov',
    regions: ['us-isob-east-1', 'us-isob-west-1'],
    regionPattern: /^us-isob-\w+-\d+$/,
  },
  {
    id: 'aws-iso-e',
    dnsSuffix: 'cloud.adc-e.uk',
    regions: ['eu-isoe-west-1'],
    regionPattern: /^eu-isoe-\w+-\d+$/,
  },
  {
    id: 'aws-iso-f',
    dnsSuffix: 'csp.hci.ic.gov',
    regions: ['us-isof-east-1', 'us-isof-south-1'],
    regionPattern: /^us-isof-\w+-\d+$/,
  },
  {
    id: 'aws-us-gov',
    dnsSuffix: 'amazonaws.com',
    regions: ['us-gov-east-1', 'us-gov-west-1'],
    regionPattern: /^us-gov-\w+-\d+$/,
  },
];

const BY_REGION = new Map(PARTITIONS.flatMap((partition) => partition.regions.map((region) => [region, partition])));

/** Every Region of every partition that is named here. */
export const REGIONS: readonly string[] = [...BY_REGION.keys()];

/** The partition of an id such as `aws-cn`. */
export function findPartition(id: string): Partition | undefined {
  return PARTITIONS.find((partition) => partition.id === id);
}

/** The partition that a Region belongs to; also for a Region not listed yet when its shape tells. */
export function partitionOfRegion(region: string): Partition | undefined {
  return BY_REGION.get(region) ?? PARTITIONS.find(({ regionPattern }) => regionPattern.test(region));
}

/** The second last word of every Region's code; a code with another one is a slip rather than a new Region. */
const DIRECTION = /-(?:central|(?:north|south)?(?:east|west)|north|south)-\d+$/;

/** Whether the text is a Region: `known` as listed, `plausible` by shape only (perhaps newer than the list), or `no`. */
export function classifyRegion(text: string): 'known' | 'plausible' | 'no' {
  if (BY_REGION.has(text)) {
    return 'known';
  }
  return partitionOfRegion(text) === undefined || !DIRECTION.test(text) ? 'no' : 'plausible';
}

/** The Region that a misspelt code probably meant. */
export function nearestRegion(text: string): string | undefined {
  return nearestName(text, REGIONS);
}

/** Names that people use for a partition whose id is spelt quite differently. */
const COMMON_MISTAKES: Readonly<Record<string, string>> = {
  amazon: 'aws',
  'aws-china': 'aws-cn',
  'aws-gov': 'aws-us-gov',
  'aws-govcloud': 'aws-us-gov',
};

/** True for the id of a partition, and for what could be one that is newer than the list. */
export function mayBePartition(id: string): boolean {
  const isNewer = /^aws-[a-z]+(?:-[a-z]+)*$/.test(id) && COMMON_MISTAKES[id] === undefined;
  return findPartition(id) !== undefined || isNewer;
}

/** The id of the partition that a misspelt one probably meant. */
export function nearestPartition(text: string): string | undefined {
  const wanted = text.toLowerCase().replaceAll('_', '-');
  return (
    COMMON_MISTAKES[wanted] ??
    nearestName(
      wanted,
      PARTITIONS.map(({ id }) => id),
    )
  );
}
