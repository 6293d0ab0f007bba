package dev.jtorch.io.pickle;

import dev.jtorch.io.Tuple;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The opcodes that a data-only pickle of protocols 2 to 5 can contain, each with what it does to the machine. This is
 * the whole language: what is not in the table is refused. Names and codes are those of Python's {@code pickle.py}.
 */
@SuppressWarnings("ImmutableEnumChecker") // the actions are lambdas without state
enum Opcode {
  PROTO(0x80, Unpickler::protocol),
  FRAME(0x95, u -> u.in().i8()),
  STOP('.', u -> u.stop()),
  MARK('(', u -> u.stack().mark()),

  NONE('N', u -> u.push(null)),
  NEWTRUE(0x88, u -> u.push(true)),
  NEWFALSE(0x89, u -> u.push(false)),
  BININT1('K', u -> u.push((long) u.in().u1())),
  BININT2('M', u -> u.push((long) u.in().u2())),
  BININT('J', u -> u.push((long) u.in().i4())),
  LONG1(0x8a, u -> u.push(u.in().integer(u.in().u1()))),
  BINFLOAT('G', u -> u.push(u.in().f8())),

  SHORT_BINUNICODE(0x8c, u -> u.push(u.in().text(u.in().u1()))),
  BINUNICODE('X', u -> u.push(u.in().text(u.in().u4()))),
  BINUNICODE8(0x8d, u -> u.push(u.in().text(u.in().i8()))),
  SHORT_BINSTRING('U', u -> u.push(u.in().text(u.in().u1()))), // Python 2's str, as torch.load reads it
  BINSTRING('T', u -> u.push(u.in().text(u.in().i4()))),
  SHORT_BINBYTES('C', u -> u.push(u.in().bytes(u.in().u1()))),
  BINBYTES('B', u -> u.push(u.in().bytes(u.in().u4()))),
  BINBYTES8(0x8e, u -> u.push(u.in().bytes(u.in().i8()))),
  BYTEARRAY8(0x96, u -> u.push(u.in().bytes(u.in().i8()))),

  EMPTY_TUPLE(')', u -> u.push(Tuple.EMPTY)),
  TUPLE1(0x85, u -> u.push(new Tuple(u.stack().pop(1)))),
  TUPLE2(0x86, u -> u.push(new Tuple(u.stack().pop(2)))),
  TUPLE3(0x87, u -> u.push(new Tuple(u.stack().pop(3)))),
  TUPLE('t', u -> u.push(new Tuple(u.stack().popMark()))),

  EMPTY_LIST(']', u -> u.push(new ArrayList<@Nullable Object>())),
  APPEND('a', u -> u.append(u.stack().pop(1))),
  APPENDS('e', u -> u.append(u.stack().popMark())),
  EMPTY_DICT('}', u -> u.push(new Dict())),
  SETITEM('s', u -> u.setItems(u.stack().pop(2))),
  SETITEMS('u', u -> u.setItems(u.stack().popMark())),
  EMPTY_SET(0x8f, u -> u.push(Keys.setOf(new ArrayList<>()))),
  ADDITEMS(0x90, u -> u.addItems(u.stack().popMark())),
  FROZENSET(0x91, u -> u.push(Keys.setOf(u.stack().popMark()))),

  GLOBAL('c', u -> u.push(Globals.find(u.in().line(), u.in().line()))),
  STACK_GLOBAL(0x93, Unpickler::stackGlobal),
  REDUCE('R', Unpickler::reduce),
  NEWOBJ(0x81, Unpickler::reduce),
  BUILD('b', Unpickler::build),
  BINPERSID('Q', Unpickler::persistentId),

  BINGET('h', u -> u.recall(u.in().u1())),
  LONG_BINGET('j', u -> u.recall(u.in().i4())),
  BINPUT('q', u -> u.remember(u.in().u1())),
  LONG_BINPUT('r', u -> u.remember(u.in().i4())),
  MEMOIZE(0x94, Unpickler::memoize);

  private static final @Nullable Opcode[] BY_CODE = new @Nullable Opcode[256];

  static {
    for (var opcode : values()) BY_CODE[opcode.code] = opcode;
  }

  private final int code;
  private final Consumer<Unpickler> action;

  Opcode(int code, Consumer<Unpickler> action) {
    this.code = code;
    this.action = action;
  }

  static Opcode of(int code) {
    var opcode = BY_CODE[code];
    if (opcode == null)
      throw new MalformedPickle(String.format("opcode 0x%02x (expected: one that torch.save writes)", code));
    return opcode;
  }

  int code() { return code; }

  void run(Unpickler machine) { action.accept(machine); }
}
