/**
 * What software in a VPC calls through an endpoint, by service: an agent that writes logs makes a stream and puts events
 * into it, and a program that encrypts with a key asks for data keys and decrypts them. Calls that a service makes for the
 * caller do not pass the endpoint. Check-catalogue row 325.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-and-interface-VPC.html
 */
export const ENDPOINT_NEEDS: Readonly<Record<string, readonly string[]>> = {
  kms: ['kms:Decrypt', 'kms:GenerateDataKey'],
  logs: ['logs:CreateLogStream', 'logs:PutLogEvents'],
};
