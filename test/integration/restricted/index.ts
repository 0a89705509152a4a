import './activation.test.js';
import './features.test.js';
