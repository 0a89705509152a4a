import * as vscode from 'vscode';
import type { AwsFailure } from '../aws/ports.js';
import { failureText } from './failureTexts.js';

/** A row that names one fact: `Origin  AWS_KMS`. */
export interface FactNode {
  readonly kind: 'fact';
  readonly label: string;
  readonly value: string;
  readonly tooltip?: string;
}

/** A row that says why something is missing. */
export interface NoticeNode {
  readonly kind: 'notice';
  readonly label: string;
  readonly failure: AwsFailure;
}

export function factItem({ label, value, tooltip }: FactNode): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.description = value;
  item.tooltip = tooltip ?? `${label}: ${value}`;
  item.contextValue = 'fact';
  item.accessibilityInformation = { label: `${label}: ${value}` };
  return item;
}

export function noticeItem({ label, failure }: NoticeNode): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  const words = failureText(failure);
  item.iconPath = new vscode.ThemeIcon('warning');
  item.tooltip = words;
  item.contextValue = 'notice';
  item.accessibilityInformation = { label: `${label}. ${words}` };
  return item;
}

/** The last row of a list that goes on; a tree has no other place for it. */
export function loadMoreItem(label: string, command: string, argument?: unknown): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.contextValue = 'loadMore';
  item.command = { command, title: label, ...(argument === undefined ? {} : { arguments: [argument] }) };
  return item;
}

/** A date in the editor's language, without the time. */
export function formatDate(date: Date): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium' }).format(date);
}

/** A date in the editor's language, with the time to the second: what people did may lie close together. */
export function formatTime(date: Date): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'medium' }).format(date);
}
