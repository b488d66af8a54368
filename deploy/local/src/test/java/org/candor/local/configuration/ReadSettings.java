package org.candor.local.configuration;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The settings that Java sources read: {@code @ConfigMapping} interfaces, {@code @ConfigProperty} and expressions in
 * {@code @Scheduled}. Read by the JDK's own parser, since class files have lost the Javadoc.
 */
final class ReadSettings {

    /** How a setting is read; the meaning is empty where no Javadoc tells it. */
    record Use(String type, String meaning) {}

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(candor\\.[a-z.-]+)}");

    private final Map<String, Use> uses = new TreeMap<>();

    private ReadSettings() {}

    /** By key; {@code .*} at the end of a key stands for any name. */
    static Map<String, Use> of(Path sources) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(file -> file.toString().endsWith(".java")).toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ReadSettings read = new ReadSettings();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                read.new Scanner(docs).scan(unit, null);
            }
        }
        return read.uses;
    }

    private final class Scanner extends TreePathScanner<Void, Void> {

        private final DocTrees docs;

        Scanner(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            argument(type.getModifiers(), "ConfigMapping", "prefix").ifPresent(prefix -> mapping(type, prefix + "."));
            return super.visitClass(type, none);
        }

        @Override
        public Void visitVariable(VariableTree variable, Void none) {
            argument(variable.getModifiers(), "ConfigProperty", "name")
                    .ifPresent(key -> uses.putIfAbsent(key, new Use(words(variable.getType()), "")));
            return super.visitVariable(variable, none);
        }

        @Override
        public Void visitAssignment(AssignmentTree assignment, Void none) {
            Matcher expression = EXPRESSION.matcher(assignment.getExpression().toString());
            if (expression.find()) {
                String type = assignment.getVariable().toString().equals("cron") ? "cron expression" : "duration";
                uses.putIfAbsent(expression.group(1), new Use(type, ""));
            }
            return super.visitAssignment(assignment, none);
        }

        private void mapping(ClassTree type, String prefix) {
            for (Tree member : type.getMembers()) {
                if (member instanceof MethodTree method && method.getBody() == null) {
                    boolean parentName = has(method.getModifiers(), "WithParentName");
                    String key = parentName ? prefix.substring(0, prefix.length() - 1) : prefix + kebab(method);
                    setting(type, method, key);
                }
            }
        }

        private void setting(ClassTree type, MethodTree method, String key) {
            String returned = method.getReturnType().toString();
            Optional<ClassTree> group = type.getMembers().stream()
                    .filter(ClassTree.class::isInstance)
                    .map(ClassTree.class::cast)
                    .filter(nested -> nested.getSimpleName().contentEquals(returned))
                    .findFirst();
            String meaning = javadoc(method);
            if (group.isPresent()) {
                ReadSettings nested = new ReadSettings();
                nested.new Scanner(docs).inGroup(this, group.get(), key + ".");
                nested.uses.forEach((name, use) ->
                        uses.put(name, new Use(use.type(), (meaning + " " + use.meaning()).strip())));
            } else if (returned.startsWith("Map<")) {
                uses.put(key + ".*", new Use(words(method.getReturnType()), meaning));
            } else {
                uses.put(key, new Use(words(method.getReturnType()), meaning));
            }
        }

        /** Javadoc is found by the path to a tree, which only the scanner that walks the file has. */
        private void inGroup(Scanner outer, ClassTree group, String prefix) {
            for (Tree member : group.getMembers()) {
                if (member instanceof MethodTree method) {
                    uses.put(prefix + kebab(method), new Use(words(method.getReturnType()), outer.javadoc(method)));
                }
            }
        }

        private String javadoc(MethodTree method) {
            String text = docs.getDocComment(docs.getPath(getCurrentPath().getCompilationUnit(), method));
            return text == null
                    ? ""
                    : text.strip()
                            .replaceAll("\\s+", " ")
                            .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                            .replaceAll("</?code>", "`");
        }
    }

    private static Optional<String> argument(ModifiersTree modifiers, String annotation, String name) {
        return annotation(modifiers, annotation)
                .flatMap(found -> found.getArguments().stream()
                        .filter(AssignmentTree.class::isInstance)
                        .map(AssignmentTree.class::cast)
                        .filter(argument -> argument.getVariable().toString().equals(name))
                        .map(AssignmentTree::getExpression)
                        .map(ReadSettings::text)
                        .findFirst())
                .filter(value -> value.startsWith("candor."));
    }

    private static String text(ExpressionTree expression) {
        return expression instanceof LiteralTree literal ? literal.getValue().toString() : "";
    }

    private static boolean has(ModifiersTree modifiers, String annotation) {
        return annotation(modifiers, annotation).isPresent();
    }

    private static Optional<AnnotationTree> annotation(ModifiersTree modifiers, String name) {
        return modifiers.getAnnotations().stream()
                .<AnnotationTree>map(found -> found)
                .filter(found -> found.getAnnotationType().toString().equals(name))
                .findFirst();
    }

    private static String kebab(MethodTree method) {
        return method.getName()
                .toString()
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    /** A type as people call it. */
    private static String words(Tree type) {
        return words(type.toString());
    }

    private static String words(String type) {
        Matcher generic = Pattern.compile("(\\w+)<(?:\\w+, )?(.+)>").matcher(type);
        if (generic.matches()) {
            String inner = words(generic.group(2));
            return switch (generic.group(1)) {
                case "List", "Set" -> "list of " + inner;
                default -> inner;
            };
        }
        return switch (type) {
            case "String" -> "text";
            case "int", "long", "Integer", "Long" -> "number";
            case "boolean", "Boolean" -> "true or false";
            case "Duration" -> "duration";
            case "Period" -> "period";
            case "Path" -> "path";
            case "URI" -> "address";
            case "MemorySize" -> "size";
            case "LocalTime" -> "time of day";
            case "OfficerRole" -> "role";
            default -> type;
        };
    }
}
