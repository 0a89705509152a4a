import './activation.test.js';
