package org.civitas.platform.web;

import com.fasterxml.jackson.databind.type.SimpleType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the interface at {@code /api/openapi.json}. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static {
        // the current user comes from the session, never from the request
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentUser.class, SignedIn.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI().info(new Info().title("Civitas 文明创建一张网").version("1"));
    }

    /** A component of a record that is not nullable is required, so that the browser's types say so. */
    @Bean
    ModelConverter requiredComponents() {
        return new RequiredComponents();
    }

    private static final class RequiredComponents implements ModelConverter {

        @Override
        @SuppressWarnings({"rawtypes", "unchecked"})
        public @Nullable Schema resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            Schema schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
            Class<?> raw = raw(type);
            if (schema == null || raw == null || !raw.isRecord()) {
                return schema;
            }
            Schema target = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(schema.get$ref().replaceFirst(".*/", ""));
            if (target != null && target.getProperties() != null) {
                for (RecordComponent component : raw.getRecordComponents()) {
                    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                    if (!nullable && target.getProperties().containsKey(component.getName())) {
                        target.addRequiredItem(component.getName());
                    }
                }
            }
            return schema;
        }

        private static @Nullable Class<?> raw(AnnotatedType type) {
            if (type.getType() instanceof Class<?> found) {
                return found;
            }
            return type.getType() instanceof SimpleType simple ? simple.getRawClass() : null;
        }
    }
}
