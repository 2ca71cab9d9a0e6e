/**
 * Turns the kernel's TypeScript into what AssemblyScript compiles: the same code with the few conveniences
 * AssemblyScript lacks written out, line by line. What cannot be written out is an error with file and line.
 */
import { posix } from 'node:path';
import { type ESTree, parseSync } from 'vite';

type Node = ESTree.Node;

/** Everything compiled lives here; types from elsewhere do not exist for AssemblyScript. */
export const kernelFolder = 'src/core/solver/kernel';

const arrayTypes: ReadonlyMap<string, string> = new Map([
  ['Int32Array', 'StaticArray<i32>'],
  ['Uint32Array', 'StaticArray<u32>'],
  ['Uint8Array', 'StaticArray<u8>'],
  ['Float64Array', 'StaticArray<f64>'],
]);

const numberMembers: ReadonlyMap<string, string> = new Map([
  ['POSITIVE_INFINITY', 'Infinity'],
  ['NEGATIVE_INFINITY', '(-Infinity)'],
  ['NaN', 'NaN'],
  ['isNaN', 'isNaN'],
]);

/** Syntax without a counterpart, and how it is called. */
const barred: { readonly [Type in Node['type']]?: string } = {
  ForOfStatement: 'for-of',
  ForInStatement: 'for-in',
  SpreadElement: 'spread (...)',
  RestElement: 'rest (...)',
  ChainExpression: 'optional chaining (?.)',
  ArrowFunctionExpression: 'an arrow function',
  FunctionExpression: 'a function expression',
  TemplateLiteral: 'a template literal',
  TSSatisfiesExpression: 'satisfies',
  TSNumberKeyword: "the type 'number' (say i32 or f64)",
  ObjectPattern: 'destructuring outside const and let',
  ArrayPattern: 'destructuring outside const and let',
};
const barredOperators: ReadonlySet<string> = new Set(['??', '&&=', '||=', '??=']);

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The same code for AssemblyScript; `fileName` is counted from the project's root, with slashes. */
export function lower(source: string, fileName: string): string {
  const { program, errors } = parseSync(fileName, source);
  const lowering = new Lowering(source, fileName);
  for (const { message, labels } of errors) lowering.fail({ start: labels[0]?.start ?? 0 }, message);
  if (errors.length === 0) lowering.visit(program, program);
  if (lowering.problems.length > 0) throw new Error(lowering.problems.join('\n'));
  return lowering.textOf({ start: 0, end: source.length });
}

class Lowering {
  readonly problems: string[] = [];
  private edits: Edit[] = [];

  constructor(
    private readonly source: string,
    private readonly fileName: string,
  ) {}

  fail({ start }: { readonly start: number }, message: string): void {
    const line = this.source.slice(0, start).split('\n').length;
    this.problems.push(`${this.fileName}:${line}: ${message}`);
  }

  visit(node: Node, parent: Node): void {
    const name = barred[node.type];
    if (name !== undefined && !isMethodBody(node, parent)) this.bar(node, name);
    if (this.lowerWhole(node, parent)) return;
    this.lowerInPlace(node, parent);
    for (const child of childrenOf(node)) this.visit(child, node);
  }

  /** What stands at a node, with the edits inside it made; none may reach across its border. */
  textOf({ start, end }: { readonly start: number; readonly end: number }): string {
    const inside = this.edits.filter((edit) => edit.start >= start && edit.end <= end);
    let text = this.source.slice(start, end);
    for (const edit of inside.sort((a, b) => b.start - a.start))
      text = text.slice(0, edit.start - start) + edit.text + text.slice(edit.end - start);
    return text;
  }

  /** Lowers a node with all inside it; false where the node is none of these. */
  private lowerWhole(node: Node, parent: Node): boolean {
    switch (node.type) {
      case 'ImportDeclaration':
        this.lowerImport(node);
        return true;
      case 'VariableDeclaration':
        this.lowerVariables(node, parent);
        return true;
      case 'TSTypeReference':
        return this.lowerArrayType(node);
      case 'NewExpression':
        return this.lowerNewArray(node);
      case 'MemberExpression':
        return this.lowerNumberMember(node);
      default:
        return false;
    }
  }

  /** Lowers what a node has of its own; its children come after it. */
  private lowerInPlace(node: Node, parent: Node): void {
    switch (node.type) {
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        this.lowerExport(node);
        break;
      case 'TSNonNullExpression':
        this.replace(node.expression.end, node.end, '');
        break;
      case 'PropertyDefinition':
        this.dropDefiniteMark(node, node.key.end);
        break;
      case 'TSBooleanKeyword':
        this.replace(node.start, node.end, 'bool');
        break;
      case 'LogicalExpression':
      case 'AssignmentExpression':
        if (barredOperators.has(node.operator)) this.bar(node, node.operator);
        break;
      case 'FunctionDeclaration':
        if (!/^(Program|Export)/.test(parent.type)) this.bar(node, 'a function inside a function');
        break;
      case 'Identifier':
        if (!isKey(node, parent)) this.checkGlobal(node);
        break;
    }
  }

  private bar(node: Node, what: string): void {
    this.fail(node, `not allowed in what AssemblyScript compiles: ${what}`);
  }

  /** Puts text in place of other text and of edits inside that; lines below keep their numbers. */
  private replace(start: number, end: number, text: string): void {
    const lines = lineEnds(this.source.slice(start, end)) - lineEnds(text);
    this.edits = this.edits.filter((edit) => edit.end <= start || edit.start >= end);
    this.edits.push({ start, end, text: text + '\n'.repeat(Math.max(0, lines)) });
  }

  private lowerImport(node: ESTree.ImportDeclaration): void {
    const { specifiers, source } = node;
    const isType = (specifier: ESTree.ImportDeclarationSpecifier): boolean =>
      node.importKind === 'type' || (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type');
    if (specifiers.length > 0 && specifiers.every(isType) && this.isOutside(source.value))
      this.fail(node, `types from outside ${kernelFolder} do not exist for AssemblyScript: ${source.value}`);
    if (node.importKind === 'type') this.dropWord(node.start, /^import\s+(type\s+)/);
    for (const specifier of specifiers)
      if (node.importKind !== 'type' && isType(specifier)) this.dropWord(specifier.start, /^(type\s+)/);
    this.lowerPath(source);
  }

  private lowerExport(node: ESTree.ExportNamedDeclaration | ESTree.ExportAllDeclaration): void {
    if (node.type === 'ExportNamedDeclaration' && node.declaration !== null) return;
    if (node.exportKind === 'type') this.dropWord(node.start, /^export\s+(type\s+)/);
    for (const specifier of node.type === 'ExportNamedDeclaration' ? node.specifiers : [])
      if (specifier.exportKind === 'type') this.dropWord(specifier.start, /^(type\s+)/);
    if (node.source !== null) this.lowerPath(node.source);
  }

  private isOutside(path: string): boolean {
    if (!path.startsWith('.')) return true;
    return !posix.join(posix.dirname(this.fileName), path).startsWith(`${kernelFolder}/`);
  }

  private lowerPath({ end, value }: ESTree.StringLiteral): void {
    if (value.endsWith('.ts')) this.replace(end - '.ts'.length - 1, end - 1, '');
  }

  /** Drops what the pattern's group matched at a place. */
  private dropWord(start: number, pattern: RegExp): void {
    const match = pattern.exec(this.source.slice(start));
    if (match === null) return;
    const end = start + match[0].length;
    this.replace(end - match[1]!.length, end, '');
  }

  private dropDefiniteMark(
    node: ESTree.PropertyDefinition | ESTree.VariableDeclarator,
    nameEnd: number,
  ): void {
    if (node.definite !== true) return;
    const mark = this.source.indexOf('!', nameEnd);
    this.replace(mark, mark + 1, '');
  }

  private lowerVariables(node: ESTree.VariableDeclaration, parent: Node): void {
    if (/^For(Of|In)Statement$/.test(parent.type)) return;
    for (const declarator of node.declarations) {
      const { id, init } = declarator;
      if (id.type === 'Identifier') {
        this.dropDefiniteMark(declarator, id.start + id.name.length);
        this.visit(id, declarator);
        if (init !== null) this.visit(init, declarator);
        continue;
      }
      if (init === null) continue;
      this.visit(init, declarator);
      const parts = id.type === 'ObjectPattern' ? this.membersOf(id, init) : this.elementsOf(id, init);
      if (parts !== null) this.replace(declarator.start, declarator.end, parts.join(', '));
      else this.bar(id, 'this destructuring');
    }
  }

  /** `{ next, prev: before } = state` as `next = state.next`, `before = state.prev`. */
  private membersOf(pattern: ESTree.ObjectPattern, init: Node): string[] | null {
    if (!isRepeatable(init) || pattern.typeAnnotation || pattern.properties.length === 0) return null;
    const from = this.textOf(init);
    const parts: string[] = [];
    for (const property of pattern.properties) {
      if (property.type !== 'Property' || property.computed) return null;
      const { key, value } = property;
      if (key.type !== 'Identifier' || value.type !== 'Identifier') return null;
      parts.push(`${value.name} = ${from}.${key.name}`);
    }
    return parts;
  }

  /** `[a, b] = [x, y]` as `a = x`, `b = y`. */
  private elementsOf(pattern: Node, init: Node): string[] | null {
    if (pattern.type !== 'ArrayPattern' || init.type !== 'ArrayExpression') return null;
    const { elements, typeAnnotation } = pattern;
    if (elements.length !== init.elements.length || elements.length === 0 || typeAnnotation) return null;
    const parts: string[] = [];
    for (const [index, element] of elements.entries()) {
      const value = init.elements[index] ?? null;
      if (element?.type !== 'Identifier' || value === null || value.type === 'SpreadElement') return null;
      parts.push(`${element.name} = ${this.textOf(value)}`);
    }
    return parts;
  }

  private lowerArrayType({ typeName, start, end }: ESTree.TSTypeReference): boolean {
    const type = typeName.type === 'Identifier' ? arrayTypes.get(typeName.name) : undefined;
    if (type !== undefined) this.replace(start, end, type);
    return type !== undefined;
  }

  private lowerNewArray(node: ESTree.NewExpression): boolean {
    const { callee, typeArguments, arguments: given } = node;
    const type = callee.type === 'Identifier' ? arrayTypes.get(callee.name) : undefined;
    if (type === undefined) return false;
    const [length] = given;
    if (length === undefined || given.length > 1 || length.type === 'ArrayExpression')
      this.bar(node, 'a number array made of anything but its length');
    this.replace(callee.start, typeArguments?.end ?? callee.end, type);
    for (const argument of given) this.visit(argument, node);
    return true;
  }

  private lowerNumberMember(node: ESTree.MemberExpression): boolean {
    const { object, property } = node;
    if (object.type !== 'Identifier' || object.name !== 'Number' || property.type !== 'Identifier')
      return false;
    const text = numberMembers.get(property.name);
    if (text === undefined) this.bar(node, `Number.${property.name}`);
    else this.replace(node.start, node.end, text);
    return true;
  }

  /** Names lowered only in certain places must not stand in others. */
  private checkGlobal(node: Node & { readonly name: string }): void {
    if (arrayTypes.has(node.name))
      this.bar(node, `${node.name} but as a type or in new ${node.name}(length)`);
    if (node.name === 'Number') this.bar(node, 'Number as a value');
  }
}

function childrenOf(node: Node): Node[] {
  const values = (Object.values(node) as unknown[]).flat();
  return values.filter(
    (value): value is Node => typeof value === 'object' && value !== null && 'type' in value,
  );
}

/** Methods hold a function expression that is none in the source. */
function isMethodBody(node: Node, parent: Node): boolean {
  return node.type === 'FunctionExpression' && parent.type === 'MethodDefinition';
}

/** Whether a name only names a member. */
function isKey(node: Node, parent: Node): boolean {
  if ('computed' in parent && parent.computed) return false;
  return ('property' in parent && parent.property === node) || ('key' in parent && parent.key === node);
}

/** Whether an expression may be read several times in place of once. */
function isRepeatable(node: Node): boolean {
  switch (node.type) {
    case 'Identifier':
    case 'ThisExpression':
    case 'Literal':
      return true;
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return isRepeatable(node.expression);
    case 'MemberExpression':
      return isRepeatable(node.object) && isRepeatable(node.property);
    case 'BinaryExpression':
      return isRepeatable(node.left) && isRepeatable(node.right);
    default:
      return false;
  }
}

const lineEnds = (text: string): number => text.split('\n').length - 1;
