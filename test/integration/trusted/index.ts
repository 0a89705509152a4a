import './account.test.js';
import './activation.test.js';
import './language.test.js';
