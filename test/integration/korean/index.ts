import './activation.test.js';
import './language.test.js';
