package org.civitas.platform.web;

import java.time.Duration;
import java.util.List;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Access before endpoints, the current user as a parameter, and the pages of the browser. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessInterceptor()).addPathPatterns("/api/**");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
        registry.addRedirectViewController("/m", "/m/");
        registry.addViewController("/m/").setViewName("forward:/m/index.html");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentUserParameter());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**", "/m/assets/**")
                .addResourceLocations("classpath:/static/assets/", "classpath:/static/m/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
        registry.addResourceHandler("/m/**")
                .addResourceLocations("classpath:/static/m/")
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageOfApp("/static/m/index.html"));
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageOfApp("/static/index.html"));
    }

    /** A path that is no file is a route of the browser application: it gets the application's page. */
    private static final class PageOfApp extends PathResourceResolver {

        private final String page;

        PageOfApp(String page) {
            this.page = page;
        }

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws java.io.IOException {
            if (path.startsWith("api/") || path.startsWith("assets/")) {
                return null;
            }
            Resource file = path.isEmpty() ? null : super.getResource(path, location);
            if (file != null) {
                return file;
            }
            Resource app = new ClassPathResource(page);
            return app.exists() && !path.contains(".") ? app : null;
        }
    }

    private static final class CurrentUserParameter implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == CurrentUser.class || parameter.getParameterType() == SignedIn.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            return parameter.getParameterType() == SignedIn.class
                    ? AccessInterceptor.signedIn()
                    : AccessInterceptor.required();
        }
    }
}
