# probe.bin: what the KVM probe boots: 512 bytes that ask of a CPU what a kernel's first second asks of it, and then switch the machine off.
# as -o probe.o probe.s && ld -m elf_x86_64 -Ttext 0x7c00 --oformat binary -o probe.bin probe.o
.code16
.globl _start
_start:
  cli
  xorw %ax,%ax
  movw %ax,%ds
  movw %ax,%es
  movw %ax,%ss
  movw $0x7c00,%sp
  # interrupts: wait for three ticks of the timer
  sti
  movw 0x46c,%bx
  addw $3,%bx
tick:
  hlt
  cmpw %bx,0x46c
  jne tick
  cli
  # code without paging: some KVMs take it apart instruction by instruction, and a boot loader then never gets done
  movl $10000000,%ecx
1: decl %ecx
  jnz 1b
  # 64 bit mode with 96 MB mapped one to one in pages of 2 MB: tables at 0x1000, 0x2000, 0x3000
  movw $0x1000,%di
  xorw %ax,%ax
  movw $0x1800,%cx
  cld
  rep stosw
  movw $0x2003,0x1000
  movw $0x3003,0x2000
  movw $0x3000,%di
  movl $0x83,%eax
2: movl %eax,(%di)
  addl $0x200000,%eax
  addw $8,%di
  cmpl $0x6000083,%eax
  jne 2b
  lgdt gdtr
  movl $0x20,%eax
  movl %eax,%cr4
  movl $0x1000,%eax
  movl %eax,%cr3
  movl $0xc0000080,%ecx
  rdmsr
  orw $0x100,%ax
  wrmsr
  movl %cr0,%eax
  orl $0x80000001,%eax
  movl %eax,%cr0
  ljmpl $8,$long
.align 8
gdt: .quad 0
  .quad 0x00209a0000000000
  .quad 0x0000920000000000
gdtr: .word 23
  .long gdt
.code64
long:
  movw $16,%ax
  movw %ax,%ds
  movw %ax,%ss
  # memory: write to 14,336 pages and read it back
  movl $0x400000,%edi
3: movl %edi,4(%rdi)
  addq $4096,%rdi
  cmpl $0x3c00000,%edi
  jb 3b
  movl $0x400000,%edi
4: cmpl %edi,4(%rdi)
  jne 5f
  addq $4096,%rdi
  cmpl $0x3c00000,%edi
  jb 4b
  # all is well: off, by the ACPI register of a q35
  movw $0x604,%dx
  movw $0x2000,%ax
  outw %ax,%dx
5: hlt
  jmp 5b
.org 510
.word 0xaa55
