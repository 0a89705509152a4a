/** Entry of dist/aws.js, which the client loads at the first need of an account. Exports an `AwsModule`. */
export { connect } from './connect.js';
export { listProfiles } from './sharedFiles.js';
